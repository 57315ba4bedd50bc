using System.Collections.Immutable;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Diagnostics;
using EasDeploy.Emulator;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Specs;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Deployments;

/// <summary>Many services at once over real HTTP, on a cloud that throttles and stumbles.</summary>
[TestClass]
public sealed class ManyServicesTests
{
    private const int Services = 100;
    private const string Region = "cn-hangzhou";

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task A_hundred_services_under_throttling_and_faults_all_come_to_run()
    {
        CancellationToken ct = TestContext.CancellationToken;
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: ct);
        emulator.Inject(new Fault { Action = "*", Status = 429, Code = "Throttling.User", Probability = 0.2, Seed = 1, Times = 0, Headers = new Dictionary<string, string> { ["x-acs-retry-after"] = "20" } });
        emulator.Inject(new Fault { Action = "*", Status = 503, Probability = 0.05, Seed = 2, Times = 0 });
        using TempFolder state = new();
        CloudSettings settings = new() { Region = Region, Endpoint = emulator.Address, UserAgent = "EasDeploy.Tests" };
        using AliyunCloud cloud = AliyunCloud.Open(settings, CredentialPlaces.OfThisProcess);
        DeploymentSurroundings surroundings = await LocalSurroundings.OfAsync(
            cloud, new Answering(), Region, isEmulated: true, state.Path, "App", UserAgent.NewRunId(), Services, new(_ => "look", "resume", "roll back", "deploy"), ct);
        SourceLocation place = new("App.csproj", 1, 1);
        ServiceSpec[] specs = [.. Enumerable.Range(0, Services).Select(number => ServiceSpec.From(
            ServiceItem.Create($"svc_{number}", place, new Dictionary<string, ItemValue>
            {
                ["Image"] = new("vllm:0.14.0-gpu", place),
                ["InstanceType"] = new("ecs.gn7i-c16g1.4xlarge", place),
                ["Script"] = new("serve --port 8000", place),
            }),
            DeploymentPolicy.Default))];

        ImmutableArray<DeploymentResult> results = await new ServicesDeployment(cloud, cloud, surroundings, new Silence()).RunAsync(specs, ct);

        CollectionAssert.AreEqual(
            Enumerable.Repeat(DeploymentOutcome.Running, Services).ToArray(),
            results.Select(result => result.Outcome).ToArray(),
            string.Join('\n', results.SelectMany(result => result.Diagnostics).Where(finding => finding.Severity == Severity.Error)));
        Assert.HasCount(Services, emulator.RequestsOf("CreateService").Where(request => request.Status == 200));
        Assert.IsGreaterThan(Services, emulator.Requests.Count(request => request.Status == 429), "the cloud must have throttled");
    }

    private sealed class Answering : IServiceProbe
    {
        public Task<ProbeAnswer> SendAsync(ProbeRequest request, CancellationToken ct) => Task.FromResult(new ProbeAnswer(200, "", ""));
    }

    private sealed class Silence : IProgress<DeploymentProgress>
    {
        public void Report(DeploymentProgress value)
        {
        }
    }
}
