using System.Collections.Immutable;
using System.Diagnostics;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace HundredServices;

/// <summary>The deployer's side, in a process of its own, so that its memory is its own too.</summary>
internal static class Fleet
{
    /// <summary>Deploys services 0 to <paramref name="count"/> - 1 side by side and prints <c>seconds running megabytes</c>.</summary>
    public static async Task<int> DeployAsync(Uri address, int count, string statePath)
    {
        CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "bench", Endpoint = address };
        using AliyunCloud cloud = AliyunCloud.Open(settings, EmulatorCredentials.Source);
        using ServiceProbe probe = new(settings.UserAgent);
        DeploymentSurroundings surroundings = await LocalSurroundings.OfAsync(
            cloud, probe, settings.Region, isEmulated: true, statePath, "bench", UserAgent.NewRunId(), count, new(_ => "look", "resume", "roll back", "deploy"), default);
        long start = Stopwatch.GetTimestamp();
        ImmutableArray<DeploymentResult> results = await new ServicesDeployment(cloud, cloud, surroundings, new Silence())
            .RunAsync([.. Enumerable.Range(0, count).Select(number => Spec(NameOf(number)))], CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (Diagnostic finding in results.SelectMany(result => result.Diagnostics).Where(finding => finding.Severity == Severity.Error))
        {
            await Console.Error.WriteLineAsync($"{finding.Code}: {finding.Message}");
        }

        using Process self = Process.GetCurrentProcess();
        int running = results.Count(result => result.Outcome == DeploymentOutcome.Running);
        Console.WriteLine(FormattableString.Invariant($"{seconds} {running} {self.PeakWorkingSet64 / 1048576.0}"));
        return 0;
    }

    public static string NameOf(int number) => $"svc_{number}";

    private static ServiceSpec Spec(string name) => ServiceSpec.From(
        ServiceItem.Create(name, SourceLocation.None, new Dictionary<string, string>
        {
            ["Image"] = "vllm:0.14.0-gpu",
            ["InstanceType"] = "ecs.gn7i-c16g1.4xlarge",
            ["Model"] = "oss://yqtest-model/Qwen3.5-0.8B/",
        }.Select(one => KeyValuePair.Create(one.Key, new ItemValue(one.Value, SourceLocation.None)))),
        DeploymentPolicy.Default);

    /// <summary>Nobody reads the progress here.</summary>
    private sealed class Silence : IProgress<DeploymentProgress>
    {
        public void Report(DeploymentProgress value)
        {
        }
    }
}
