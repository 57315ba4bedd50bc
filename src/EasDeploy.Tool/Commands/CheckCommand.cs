using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;
using EasDeploy.Tool.Checking;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas check FILE…|PROJECT</c>: the rules of the build, for documents and projects.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = new("path")
        {
            Description = "eas_service.json files, projects (*.csproj, *.proj), folders with one project, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<OutputForm> output = new("--output") { Description = "Lines for people, or one JSON object.", DefaultValueFactory = _ => OutputForm.Table };
        Option<CatalogMode> mode = new("--catalog-mode")
        {
            Description = "Auto asks the cloud when region and credentials are there, Online must, Offline never does.",
            DefaultValueFactory = _ => CatalogMode.Auto,
        };
        CloudOptions cloud = new();
        Command command = new("check", "Check service documents or projects with the rules of the build. Exit code 1 when there is an error.") { paths, output, mode };
        cloud.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            try
            {
                IReadOnlyList<CheckedFile> files = await PathCheck.RunAsync(parsed.GetValue(paths)!, cloud.Read(parsed), parsed.GetValue(mode), ct);
                DiagnosticOutput.Write(files, parsed.GetValue(output), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                return files.Any(file => file.HasErrors) ? ExitCode.DiagnosticsSayNo : ExitCode.Done;
            }
            catch (CloudException refusal)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"{refusal.Descriptor.Code}: {refusal.Message}");
                return ExitCode.CloudSaysNo;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return ExitCode.Cancelled;
            }
        });
        return command;
    }
}
