using System.Collections.Immutable;
using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Execution;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas status NAME [--watch]</c>: one service with its endpoints and instances.</summary>
internal static class StatusCommand
{
    private const int WatchLimit = 3600;

    public static void Fill(EasVerb command, ToolConsole console)
    {
        ServiceArgument name = new();
        Option<bool> watch = new("--watch", "-w") { Description = "Show each change until the service is Running, Stopped or has failed." };
        TimeoutOption timeout = new(WatchLimit);
        OutputOption output = new();
        CloudOptions options = new();
        command.Examples = ["dotnet eas status qwen_chat", "dotnet eas status qwen_chat --watch --timeout 600", "dotnet eas status qwen_chat -o json | jq -r .InternetEndpoint"];
        command.Add(name);
        command.Add(watch);
        command.Add(timeout);
        command.Add(output);
        options.AddTo(command);
        command.Runs(console, async (parsed, ct) =>
        {
            (string wanted, OutputForm form) = (parsed.GetValue(name)!, parsed.GetValue(output));
            using AliyunCloud cloud = await options.OpenAsync(parsed, ct);
            LiveService service = await ServiceArgument.FindAsync(cloud, wanted, options.Region(parsed), ct);
            int code = ExitCode.Done;
            if (parsed.GetValue(watch))
            {
                ServiceWatch watching = new(cloud, TimeProvider.System, Random.Shared.NextDouble, console.Words(form).WriteLine);
                WatchedService seen = await watching.UntilAsync(wanted, now => now is null || ServiceStatus.IsSettled(now.Status) || console.IsUnread(), timeout.Read(parsed), ct);
                if (console.IsUnread())
                {
                    return ExitCode.Cancelled;
                }

                service = seen.Service ?? service with { Status = ServiceStatus.Gone, InternetEndpoint = null, IntranetEndpoint = null, RunningInstance = 0 };
                code = service.Status == ServiceStatus.Running ? ExitCode.Done : ExitCode.NotRunning;
            }

            ImmutableArray<ServiceInstance> instances = service.Status == ServiceStatus.Gone ? [] : await cloud.Eas.ListServiceInstancesAsync(wanted, ct);
            ServiceOutput.Write(console, form, service, instances);
            return code;
        });
    }
}
