using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Projects;

namespace EasDeploy.Tool.Projects;

/// <summary>Asks the SDK of a project for its items and properties: <c>dotnet msbuild -getItem -getProperty</c>.</summary>
/// <remarks>Why not MSBuild in process: docs/adr/0010-projects-are-read-by-their-own-sdk.md. Nothing is built and nothing is restored.</remarks>
internal static class ProjectQuery
{
    /// <summary>MSBuild's own property, <c>obj/</c>: the state of deployments lies below it.</summary>
    public const string IntermediatePath = "BaseIntermediateOutputPath";

    /// <summary>MSBuild's own property, <c>bin/Debug/net10.0/</c>: what a build writes for services lies below it.</summary>
    public const string OutputPath = "OutDir";

    private static readonly string[] s_itemTypes =
    [
        PropertyCatalog.Service, PropertyCatalog.Storage, PropertyCatalog.EnvironmentVariable, PropertyCatalog.NlbListener,
        PropertyCatalog.ScaleRule, PropertyCatalog.ServiceFile,
    ];

    /// <remarks>Source: reference msbuild.md: well-known metadata comes along with -getItem.</remarks>
    private static readonly HashSet<string> s_wellKnown = new(StringComparer.OrdinalIgnoreCase)
    {
        "Identity", "FullPath", "RootDir", "Filename", "Extension", "RelativeDir", "Directory", "RecursiveDir", "ModifiedTime", "CreatedTime", "AccessedTime",
        "DefiningProjectFullPath", "DefiningProjectDirectory", "DefiningProjectName", "DefiningProjectExtension",
    };

    /// <param name="project">Path of the project file.</param>
    /// <exception cref="StoppedException">EAS8016: MSBuild cannot read it; its own last line is in the message.</exception>
    public static async Task<EvaluatedProject> RunAsync(string project, string dotnet, CancellationToken ct)
    {
        string file = Path.GetFullPath(project);
        string properties = string.Join(',', PropertyCatalog.Properties.Select(declared => declared.Name).Append(IntermediatePath).Append(OutputPath));
        BufferedCommandResult result = await Cli.Wrap(dotnet)
            .WithArguments(["msbuild", file, "-nologo", $"-getItem:{string.Join(',', s_itemTypes)}", $"-getProperty:{properties}"])
            .WithWorkingDirectory(Path.GetDirectoryName(file)!)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, ct);
        return result.ExitCode == 0 && Parse(file, result.StandardOutput) is { } evaluated ? evaluated : throw Unreadable(project, result);
    }

    /// <returns>Null when the text is not the SDK's answer.</returns>
    internal static EvaluatedProject? Parse(string file, string answer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer);
            JsonElement items = document.RootElement.GetProperty("Items");
            ImmutableArray<ProjectItem> Of(string itemType) =>
                items.TryGetProperty(itemType, out JsonElement rows) ? [.. rows.EnumerateArray().Select(row => Item(row, itemType == PropertyCatalog.ServiceFile))] : [];
            return new EvaluatedProject(
                file,
                new ProjectItems(Of(s_itemTypes[0]), Of(s_itemTypes[1]), Of(s_itemTypes[2]), Of(s_itemTypes[3]), Of(s_itemTypes[4]), Of(s_itemTypes[5])),
                document.RootElement.GetProperty("Properties").EnumerateObject()
                    .ToImmutableDictionary(property => property.Name, property => property.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase));
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ProjectItem Item(JsonElement row, bool isPath) => new(
        Text(row, "Identity"),
        isPath ? Text(row, "FullPath") : "",
        Text(row, "DefiningProjectFullPath"),
        row.EnumerateObject().Where(pair => !s_wellKnown.Contains(pair.Name) && pair.Value.GetString() is { Length: > 0 })
            .ToImmutableDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.OrdinalIgnoreCase));

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";

    private static StoppedException Unreadable(string project, BufferedCommandResult result)
    {
        string words = (result.StandardOutput + result.StandardError).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault("dotnet msbuild said nothing");
        return new StoppedException(
            ExitCode.WrongUsage, BuildDiagnostics.CannotRead.At(SourceLocation.None, project.Shown(), words.TrimEnd('.').Shown(200)));
    }
}
