using System.Collections.Immutable;
using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Execution;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas stop|start NAME</c>: changes a service as a whole and waits until the change is seen.</summary>
internal static class SwitchCommand
{
    private const int WaitLimit = 1800;

    public static void Stop(EasVerb verb, ToolConsole console) => Fill(verb, console, new Change(
        ["dotnet eas stop qwen_chat --yes"],
        Question: "Stop",
        IsForbiddenByLock: true,
        (cloud, name, ct) => cloud.Eas.StopServiceAsync(name, ct),
        service => service?.Status is ServiceStatus.Stopped or ServiceStatus.Failed,
        IsGood: service => service?.Status == ServiceStatus.Stopped));

    public static void Start(EasVerb verb, ToolConsole console) => Fill(verb, console, new Change(
        ["dotnet eas start qwen_chat --timeout 900"],
        Question: null,
        IsForbiddenByLock: false,
        (cloud, name, ct) => cloud.Eas.StartServiceAsync(name, ct),
        service => service?.Status is ServiceStatus.Running or ServiceStatus.Failed,
        IsGood: service => service?.Status == ServiceStatus.Running));

    private static void Fill(EasVerb verb, ToolConsole console, Change change)
    {
        verb.Examples = change.Examples;
        ServiceArgument name = new();
        Confirmation yes = new();
        Option<bool> noWait = new("--no-wait") { Description = "Return when the cloud has accepted it: exit code 5." };
        TimeoutOption timeout = new(WaitLimit);
        OutputOption output = new();
        CloudOptions options = new();
        verb.Add(name);
        if (change.Question is not null)
        {
            verb.Add(yes);
        }

        verb.Add(noWait);
        verb.Add(timeout);
        verb.Add(output);
        options.AddTo(verb);
        verb.Runs(console, async (parsed, ct) =>
        {
            (string wanted, OutputForm form, string region) = (parsed.GetValue(name)!, parsed.GetValue(output), options.Region(parsed));
            if (change.Question is not null)
            {
                yes.EnsureAnswer(parsed, console, $"{verb.Name} {wanted}");
            }

            using AliyunCloud cloud = await options.OpenAsync(parsed, ct);
            LiveService service = await ServiceArgument.FindAsync(cloud, wanted, region, ct);
            if (change.IsForbiddenByLock)
            {
                service.EnsureUnlocked(verb.Name);
            }

            if (change.Question is { } question && !yes.IsGiven(parsed, console, $"{question} service '{wanted}' in {region} ({service.Status})"))
            {
                return ExitCode.Cancelled;
            }

            await change.SendAsync(cloud, wanted, ct);
            if (parsed.GetValue(noWait))
            {
                ServiceOutput.Write(console, form, await cloud.DescribeServiceAsync(wanted, ct) ?? service.AsGone());
                return ExitCode.Accepted;
            }

            ServiceWatch watching = new(cloud, TimeProvider.System, Random.Shared.NextDouble, console.Words(form).WriteLine);
            try
            {
                WatchedService seen = await watching.UntilAsync(wanted, change.IsSettled, timeout.Read(parsed), ct);
                ServiceOutput.Write(console, form, seen.Service ?? service.AsGone());
                return change.IsGood(seen.Service) ? ExitCode.Done : ExitCode.NotRunning;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                string look = $"dotnet eas status {wanted} --watch{CommandText.Options(options.Read(parsed))}";
                console.Error.WriteLine(console.Wrapped($"The wait is cancelled, the {verb.Name} of {wanted} goes on in the cloud. Look with '{look}'."));
                return ExitCode.Cancelled;
            }
        });
    }

    /// <param name="Question">First word of the question; null = nothing is lost, so nothing is asked.</param>
    /// <param name="IsForbiddenByLock">By a safety lock.</param>
    /// <param name="IsSettled">Given the service, or null when it is gone.</param>
    /// <param name="IsGood">Whether the end is the one asked for.</param>
    private sealed record Change(
        ImmutableArray<string> Examples,
        string? Question,
        bool IsForbiddenByLock,
        Func<AliyunCloud, string, CancellationToken, Task> SendAsync,
        Func<LiveService?, bool> IsSettled,
        Func<LiveService?, bool> IsGood);
}
