using System.Collections.Immutable;
using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using EasDeploy.Tool.Output;
using EasDeploy.Tool.Wizard;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas new</c>: the step-by-step wizard.</summary>
internal static class NewCommand
{
    private const string KeptAnswers = "wizard.json";

    /// <param name="places">Where the user's state folder is found.</param>
    /// <param name="folder">Full path that relative ones start from.</param>
    public static void Fill(EasVerb command, ToolConsole console, CredentialPlaces places, string folder)
    {
        Option<string?> project = new("--project") { Description = "Project that gets the service as EasService item, and the package.", HelpName = "file" };
        Option<string?> json = new("--json") { Description = "File that gets the service as eas_service.json.", HelpName = "file" };
        Option<string?> answers = new("--answers") { Description = "File with answers (key: value lines, or JSON); what it leaves out is asked.", HelpName = "file" };
        Option<string?> model = new("--model") { Description = "OSS folder with the model: its files pre-select image and instance type.", HelpName = "oss://bucket/folder/" };
        Option<bool> resume = new("--resume") { Description = "Goes on with the answers of the wizard that was left last." };
        CloudOptions cloud = new();
        command.Examples =
        [
            "dotnet eas new --emulator",
            "dotnet eas new --project App.csproj --model oss://my-models/Qwen3.5-0.8B/",
            "dotnet eas new --answers answers.txt --json eas_service.json",
            "dotnet eas new --resume",
        ];
        foreach (Option option in new Option[] { project, json, answers, model, resume })
        {
            command.Add(option);
        }

        cloud.AddTo(command);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(project) is not null && parsed.GetValue(json) is not null)
            {
                parsed.AddError("--project and --json exclude each other.");
            }

            if (parsed.GetValue(model) is { } path && !OssPath.IsFolder(path))
            {
                parsed.AddError($"--model '{path.Shown()}' is no folder of object storage. Write it like oss://my-bucket/my-model/.");
            }
        });
        command.Runs(console, async (parsed, ct) =>
        {
            string? FullPath(Option<string?> option) => parsed.GetValue(option) is { } path ? Path.GetFullPath(path, folder) : null;
            AnswersFile given = await ReadAsync(console, FullPath(answers), ct);
            ServiceDraft empty = ServiceDraft.Empty;
            if (parsed.GetValue(model) is { } path)
            {
                string[] parts = OssPath.WithSlash(path)["oss://".Length..].Split('/', 2);
                given = given.With((Questions.Mount, "yes"), (Questions.StorageType, "oss"), (Questions.Bucket, parts[0]), (Questions.Folder, parts[1]));
                empty = empty.With(PropertyCatalog.Metadata.Model, OssPath.WithSlash(path));
            }

            AnswersKeeper keeper = new(Path.Combine(StateFolder.PathFor(places), KeptAnswers));
            SavedAnswers start = parsed.GetValue(resume) ? keeper.Read() : new SavedAnswers("", empty);
            if (FullPath(project) is { } file)
            {
                ProjectWriter.Open(file);
            }

            using WizardCloud opened = new(cloud.Read(parsed), UserAgent.NewRunId());
            return await new WizardRun(new Conversation(console, given), opened, keeper, new WizardTarget(FullPath(project), FullPath(json), folder)).RunAsync(start, ct);
        });
    }

    /// <exception cref="StoppedException">The file cannot be read; what is wrong inside it has been printed before.</exception>
    private static async Task<AnswersFile> ReadAsync(ToolConsole console, string? file, CancellationToken ct)
    {
        if (file is null)
        {
            return AnswersFile.None;
        }

        try
        {
            (AnswersFile answers, ImmutableArray<Diagnostic> findings) = AnswersFile.Parse(file, await File.ReadAllTextAsync(file, ct));
            foreach (Diagnostic finding in findings.SkipLast(1))
            {
                console.WriteFinding(finding);
            }

            return findings.IsEmpty ? answers : throw new StoppedException(ExitCode.WrongUsage, findings[^1]);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StoppedException(
                ExitCode.WrongUsage, BuildDiagnostics.CannotRead.At(new SourceLocation(file, 0, 0), file.Shown(), wrong.Message.TrimEnd('.').Shown(200)));
        }
    }
}
