using EasDeploy.Aliyun;
using EasDeploy.Configs;
using EasDeploy.Tool.Commands;
using EasDeploy.Tool.Deploying;

namespace EasDeploy.Tool.Wizard;

/// <summary>Where the result of the conversation goes: into a project, into a JSON file, or where the person says.</summary>
/// <param name="ProjectFile">Full path; null = none.</param>
/// <param name="JsonFile">Full path; null = asked for.</param>
/// <param name="Folder">Full path of the current folder.</param>
internal sealed record WizardTarget(string? ProjectFile, string? JsonFile, string Folder)
{
    /// <summary>The third row of the menu.</summary>
    public string SaveTitle => ProjectFile is null ? "Save JSON to file" : $"Save to project {Path.GetFileName(ProjectFile)}";

    /// <summary>Options that name the same target again, with a blank before each.</summary>
    public string Options => this switch
    {
        { ProjectFile: { } project } => $" --project {CommandText.Quoted(Near(project))}",
        { JsonFile: { } json } => $" --json {CommandText.Quoted(Near(json))}",
        _ => "",
    };

    private string Output => Path.Combine(Folder, ServicesToDeploy.OutputFolder);

    /// <summary>Full path of the document a deployment is made from.</summary>
    public string DocumentOf(string service) => JsonFile ?? Path.Combine(Output, service, "eas_service.json");

    /// <returns>False = the person keeps what is there.</returns>
    public async Task<bool> SaveAsync(Conversation talk, ServiceDraft draft, ServiceConfig config, CancellationToken ct)
    {
        if (ProjectFile is not null)
        {
            return await SaveToProjectAsync(talk, ProjectFile, draft, ct);
        }

        string file = JsonFile ?? Path.GetFullPath(await talk.ValueAsync(Questions.File, "File", _ => null, ct), Folder);
        if (File.Exists(file) && await File.ReadAllTextAsync(file, ct) != config.Text && !await MayReplaceAsync(talk, Near(file), ct))
        {
            return false;
        }

        Write(talk, file, config);
        return true;
    }

    /// <summary>The configuration is saved, then deployed.</summary>
    /// <returns>Full path of the folder with one folder for each service; null = the person keeps what is there.</returns>
    public async Task<string?> SaveForDeploymentAsync(Conversation talk, ServiceDraft draft, ServiceConfig config, CancellationToken ct)
    {
        if (ProjectFile is not null && !await SaveToProjectAsync(talk, ProjectFile, draft, ct))
        {
            return null;
        }

        Write(talk, DocumentOf(config.Name), config);
        return Output;
    }

    private async Task<bool> SaveToProjectAsync(Conversation talk, string file, ServiceDraft draft, CancellationToken ct)
    {
        ProjectWriter writer = ProjectWriter.Open(file);
        ProjectEdit edit = writer.Put(draft);
        if (edit.IsUnchanged)
        {
            talk.Say($"{Near(file)} has this service already.");
            return true;
        }

        if (edit.Replaces && !await MayReplaceAsync(talk, $"service '{draft.Name}' of {Near(file)}", ct))
        {
            return false;
        }

        writer.Save(edit);
        talk.Say($"Saved service '{draft.Name}' to {Near(file)}");
        foreach (string hint in edit.Hints)
        {
            talk.Say(hint, Tone.Warning);
        }

        return true;
    }

    private void Write(Conversation talk, string file, ServiceConfig config)
    {
        OutputFile.Write(file, config.Utf8.Span);
        talk.Say($"Saved {Near(file)}");
    }

    private static async Task<bool> MayReplaceAsync(Conversation talk, string what, CancellationToken ct)
    {
        talk.Say($"Replace {what}?\n1. Yes\n2. No\n\nSelect (enter 1 or 2):");
        return await talk.ChooseAsync(Questions.Replace, ["yes", "no"], ct) == 0;
    }

    /// <summary>As a person in the current folder would write it.</summary>
    public string Near(string file) => Path.GetRelativePath(Folder, file);
}
