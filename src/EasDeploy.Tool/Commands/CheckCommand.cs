using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Tool.Checking;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas check FILE…|PROJECT</c>: the rules of the build, for documents and projects.</summary>
internal static class CheckCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        Argument<string[]> paths = new("path")
        {
            Description = "eas_service.json files, projects (*.csproj, *.proj), folders with one project, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        OutputOption output = new();
        Option<CatalogMode> mode = new("--catalog-mode")
        {
            Description = "Auto asks the cloud when region and credentials are there, Online must, Offline never does.",
            DefaultValueFactory = _ => CatalogMode.Auto,
        };
        CloudOptions cloud = new();
        command.Examples = ["dotnet eas check eas_service.json", "dotnet eas check services/*.json --output json", "dotnet eas check App.csproj", "cat eas_service.json | dotnet eas check -"];
        command.Add(paths);
        command.Add(output);
        command.Add(mode);
        cloud.AddTo(command);
        command.Runs(console, async (parsed, ct) =>
        {
            using DiagnosticOutput printed = new(parsed.GetValue(output), console);
            await new PathCheck(console.OpenInput).RunAsync(parsed.GetValue(paths)!, cloud.Read(parsed), parsed.GetValue(mode), printed.Add, ct);
            printed.End();
            return printed.HasErrors ? ExitCode.DiagnosticsSayNo : ExitCode.Done;
        });
    }
}
