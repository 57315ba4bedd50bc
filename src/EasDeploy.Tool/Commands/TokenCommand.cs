using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas token NAME</c>: the access token, alone on standard output; the one place where it is shown.</summary>
internal static class TokenCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        ServiceArgument name = new();
        OutputOption output = new();
        CloudOptions options = new();
        command.Examples = ["EAS_TOKEN=$(dotnet eas token qwen_chat)"];
        command.Add(name);
        command.Add(output);
        options.AddTo(command);
        command.Runs(console, async (parsed, ct) =>
        {
            using AliyunCloud cloud = await options.OpenAsync(parsed, ct);
            LiveService service = await ServiceArgument.FindAsync(cloud, parsed.GetValue(name)!, options.Region(parsed), ct);
            if (service.AccessToken.IsEmpty)
            {
                throw new StoppedException(
                    ExitCode.DiagnosticsSayNo, ToolDiagnostics.NotCallable.At(SourceLocation.None, service.Name, "access token", service.Status, CommandText.Options(options.Read(parsed))));
            }

            string token = service.AccessToken.Reveal();
            if (parsed.GetValue(output) == OutputForm.Json)
            {
                JsonOutput.Write(console.Out, json => json.WriteString("token", token));
            }
            else
            {
                console.Out.WriteLine(token);
            }

            return ExitCode.Done;
        });
    }
}
