using System.Collections.Immutable;
using System.Diagnostics;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Specs;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Deployments;

/// <summary>The network goes for a while, or the wall clock is set, while a deployment waits: over real HTTP, on a virtual clock.</summary>
[TestClass]
public sealed class DisturbedRunTests
{
    private const string Region = "cn-hangzhou";
    private static readonly TimeSpan s_loss = TimeSpan.FromSeconds(60);

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_network_lost_for_a_minute_is_told_and_waited_out()
    {
        InstantClock clock = new();
        await using EmulatorHost emulator = await EmulatorHost.StartAsync("seconds:90", clock: clock, ct: Ct);
        await using NetworkCable cable = new(emulator.Address);
        Told told = new();
        (DateTimeOffset? pulled, TimeSpan? lost) = (null, null);
        told.OnText = text =>
        {
            if (pulled is null && text.Contains("Status: Waiting", StringComparison.Ordinal))
            {
                pulled = clock.GetUtcNow();
                cable.PullAsync().GetAwaiter().GetResult();
            }
            else if (lost is null && clock.GetUtcNow() - pulled >= s_loss)
            {
                lost = clock.GetUtcNow() - pulled;
                cable.PlugIn();
            }
        };

        DeploymentResult result = await DeployAsync(cable.Address, clock, new LeapingClock(TimeProvider.System, clock.GetUtcNow), told);

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome, told.Everything);
        Assert.IsGreaterThanOrEqualTo(s_loss, lost!.Value);
        Assert.Contains("asking again: The cloud refused the connection (EAS7001)", told.Everything);
        Assert.DoesNotContain(finding => finding.Severity == Severity.Error, result.Diagnostics);
        Assert.HasCount(1, emulator.RequestsOf("CreateService"));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(-1)]
    public async Task A_wall_clock_set_by_an_hour_costs_one_refused_call_and_no_time(int hours)
    {
        InstantClock clock = new();
        await using EmulatorHost emulator = await EmulatorHost.StartAsync("seconds:20", clock: clock, ct: Ct);
        LeapingClock wall = new(clock, clock.GetUtcNow);
        Told told = new();
        told.OnText = text => wall.Leap = text.Contains("Status: Waiting", StringComparison.Ordinal) ? TimeSpan.FromHours(hours) : wall.Leap;

        DeploymentResult result = await DeployAsync(emulator.Address, wall, new LeapingClock(TimeProvider.System, wall.GetUtcNow), told);

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome, told.Everything);
        Assert.AreEqual(TimeSpan.FromHours(hours), wall.Leap);
        Assert.HasCount(1, emulator.Requests.Where(request => request.Status == 400), "the one signed with the new time, before the difference was learnt");
        Assert.IsInRange(40, 50, result.Seconds);
    }

    [TestMethod]
    public async Task A_real_process_whose_network_goes_says_so_and_goes_on_when_it_is_back()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync("seconds:3", ct: Ct);
        await using NetworkCable cable = new(emulator.Address);
        using TempFolder state = new();
        using Process process = HostProcess.Start(cable.Address, state.Path, "deploy", "Recreate", "serve --port 8000");
        Task<string> errors = process.StandardError.ReadToEndAsync(Ct);
        List<string> lines = [];
        (bool isPulled, bool isPluggedIn) = (false, false);
        while (await process.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            lines.Add(line);
            if (!isPulled && line.Contains("Status: Waiting", StringComparison.Ordinal))
            {
                isPulled = true;
                await cable.PullAsync();
            }
            else if (isPulled && !isPluggedIn && line.Contains("asking again: ", StringComparison.Ordinal))
            {
                isPluggedIn = true;
                cable.PlugIn();
            }
        }

        await process.WaitForExitAsync(Ct);

        string output = string.Join('\n', lines) + await errors;
        Assert.IsTrue(isPluggedIn, output);
        Assert.AreEqual(0, process.ExitCode, output);
        Assert.Contains("outcome: Running", lines, output);
    }

    /// <param name="wall">Timers of the real time, so that no call is cut short, and the time of day that is signed.</param>
    private async Task<DeploymentResult> DeployAsync(Uri address, TimeProvider clock, TimeProvider wall, Told told)
    {
        using TempFolder state = new();
        CloudSettings settings = new() { Region = Region, Endpoint = address, UserAgent = "EasDeploy.Tests" };
        HttpsTransport transport = new(settings, EmulatorCredentials.Source, wall, () => 0);
        using AliyunCloud cloud = new(settings, transport, new OssClient(settings, EmulatorCredentials.Source, wall, () => 0), wall);
        using ServiceProbe probe = new(settings.UserAgent);
        DeploymentSurroundings surroundings = await LocalSurroundings.OfAsync(
            cloud, probe, Region, isEmulated: true, state.Path, "App", UserAgent.NewRunId(), 1, new(_ => "look", "resume", "roll back", "deploy"), Ct);
        SourceLocation place = new("App.csproj", 1, 1);
        ServiceSpec spec = ServiceSpec.From(
            ServiceItem.Create("qwen_chat", place, new Dictionary<string, ItemValue>
            {
                ["Image"] = new("vllm:0.14.0-gpu", place),
                ["InstanceType"] = new("ecs.gn7i-c16g1.4xlarge", place),
                ["Script"] = new("serve --port 8000", place),
            }),
            DeploymentPolicy.Default);
        ImmutableArray<DeploymentResult> results = await new ServicesDeployment(
            cloud, cloud, surroundings with { Clock = clock, Jitter = () => 0.5 }, told).RunAsync([spec], Ct);
        return results.Single();
    }

    /// <summary>Everything said, and a hook at each text.</summary>
    private sealed class Told : IProgress<DeploymentProgress>
    {
        private readonly List<string> _texts = [];

        public Action<string> OnText { get; set; } = _ => { };

        public string Everything => string.Join('\n', _texts);

        public void Report(DeploymentProgress value)
        {
            string text = value.Diagnostic is { } finding ? $"{finding.Code}: {finding.Message}" : value.Text;
            _texts.Add(text);
            OnText(text);
        }
    }
}
