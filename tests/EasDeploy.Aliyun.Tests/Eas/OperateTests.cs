using System.Text;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Eas;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Eas;

/// <summary>What is done with a service that exists, against the emulator.</summary>
[TestClass]
public sealed class OperateTests
{
    private const string Name = "my_svc";

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_service_is_stopped_started_and_restarted()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = await WithServiceAsync(emulator);
        await cloud.Eas.StopServiceAsync(Name, Ct);
        Assert.AreEqual("Stopped", (await cloud.DescribeServiceAsync(Name, Ct))!.Status);
        await cloud.Eas.StartServiceAsync(Name, Ct);
        await cloud.Eas.RestartServiceAsync(Name, Ct);

        Assert.AreEqual("Running", (await cloud.DescribeServiceAsync(Name, Ct))!.Status);
    }

    [TestMethod]
    public async Task An_update_makes_a_version_and_can_be_taken_back()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = await WithServiceAsync(emulator);
        await cloud.Eas.UpdateServiceAsync(Name, """{"metadata":{"rpc":{"keepalive":60000} } }"""u8.ToArray(), UpdateType.Merge, Ct);
        await cloud.Eas.UpdateServiceAsync(Name, Body(instances: 3, script: "run --more"), UpdateType.Replace, Ct);
        var versions = await cloud.Eas.ListServiceVersionsAsync(Name, Ct);

        CollectionAssert.AreEquivalent(new[] { 1, 2, 3 }, versions.Select(version => version.Version).ToArray());
        Assert.AreEqual(3, (await cloud.DescribeServiceAsync(Name, Ct))!.TotalInstance);
        await cloud.Eas.UpdateServiceVersionAsync(Name, 1, Ct);
        Assert.AreEqual(1, (await cloud.DescribeServiceAsync(Name, Ct))!.TotalInstance);
    }

    [TestMethod]
    public async Task Instances_containers_logs_and_diagnosis_are_read()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = await WithServiceAsync(emulator);
        ServiceInstance instance = (await cloud.Eas.ListServiceInstancesAsync(Name, Ct)).Single();
        ServiceContainer container = (await cloud.Eas.ListServiceContainersAsync(Name, instance.Name, Ct)).First();
        IReadOnlyList<string> lines = await cloud.Eas.DescribeServiceLogAsync(
            Name, new LogQuery(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1)), Ct);

        Assert.AreEqual("Running", instance.Status);
        Assert.AreEqual("Running", container.CurrentStatus);
        Assert.IsNotEmpty(lines);
        Assert.IsEmpty(await cloud.Eas.DescribeServiceDiagnosisAsync(Name, Ct));
    }

    [TestMethod]
    [DataRow(4, 2, new[] { 1, 3, 4 }, "line 3,line 4")]
    [DataRow(2, 2, new[] { 1, 2 }, "line 1,line 2")]
    [DataRow(1, 2, new[] { 1 }, "line 1")]
    [DataRow(250, 1, new[] { 1, 250 }, "line 250")]
    public async Task Only_the_last_pages_of_a_long_log_are_read(int pages, int wanted, int[] asked, string expected)
    {
        PagedLog transport = new(pages);

        IReadOnlyList<string> lines = await new EasClient(transport, "cn-hangzhou", TimeProvider.System)
            .DescribeServiceLogAsync(Name, new LogQuery(LastPages: wanted), Ct);

        Assert.AreEqual(expected, string.Join(',', lines));
        CollectionAssert.AreEqual(asked, transport.Asked);
    }

    [TestMethod]
    public async Task Labels_are_written_and_removed()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = await WithServiceAsync(emulator);
        await cloud.Eas.UpdateServiceLabelAsync(Name, new Dictionary<string, string> { ["team"] = "ml \"ops\"", ["stage"] = "prod" }, Ct);
        await cloud.Eas.DeleteServiceLabelAsync(Name, ["team"], Ct);

        Assert.AreEqual(1, emulator.RequestsOf("DeleteServiceLabel").Count);
    }

    [TestMethod]
    public async Task Scaling_rules_live_from_creation_to_deletion()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = await WithServiceAsync(emulator);
        await cloud.Eas.CreateServiceAutoScalerAsync(Name, new AutoScaler(1, 4, [new ScaleStrategy("qps", 10.5)]), Ct);
        await cloud.Eas.UpdateServiceAutoScalerAsync(Name, new AutoScaler(2, 5, [new ScaleStrategy("cpu", 60)]), Ct);
        AutoScaler rules = await cloud.Eas.DescribeServiceAutoScalerAsync(Name, Ct);

        Assert.AreEqual((2, 5), (rules.Min, rules.Max));
        Assert.AreEqual(60d, rules.ScaleStrategies.Single().Threshold);
        Assert.AreEqual("cpu", rules.ScaleStrategies.Single().MetricName, ignoreCase: true);
        await cloud.Eas.DeleteServiceAutoScalerAsync(Name, Ct);

        ScaleJob job = new("morning", "0 0 8 * * *", 3);
        await cloud.Eas.CreateServiceCronScalerAsync(Name, new CronScaler([job], []), Ct);
        await cloud.Eas.UpdateServiceCronScalerAsync(Name, new CronScaler([job with { TargetSize = 2 }], ["* * * 1 1 *"]), Ct);
        CronScaler timed = await cloud.Eas.DescribeServiceCronScalerAsync(Name, Ct);

        Assert.AreEqual(2, timed.ScaleJobs.Single().TargetSize);
        Assert.AreEqual("0 0 8 * * *", timed.ScaleJobs.Single().Schedule);
        Assert.AreEqual("* * * 1 1 *", timed.ExcludeDates.Single());
        await cloud.Eas.DeleteServiceCronScalerAsync(Name, Ct);
    }

    [TestMethod]
    public async Task Gateways_and_resource_groups_tell_their_network()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = Open(emulator);
        Gateway gateway = (await cloud.Eas.ListGatewayAsync(Ct)).Single(gateway => gateway.Name == "prod-gw");
        GatewayDetail detail = await cloud.Eas.DescribeGatewayAsync(gateway.Id, Ct);
        GatewayLinkedVpc linked = (await cloud.Eas.ListGatewayIntranetLinkedVpcAsync(gateway.Id, Ct)).First();

        Assert.AreEqual(("gw-48hmbdt00fi6x90gft", "Running", true), (gateway.Id, gateway.Status, gateway.IsDefault));
        Assert.AreEqual("vpc-bp13kiflgde6v9dc9smc8", detail.LoadBalancers[0].VpcId);
        Assert.AreEqual(2, detail.LoadBalancers[0].VSwitchIds.Count);
        Assert.AreEqual(("vpc-bp13kiflgde6v9dc9smc8", "sg-bp1e36bfv61nfy1yudyc"), (linked.VpcId, linked.SecurityGroupId));
        var groups = await cloud.ListResourcesAsync(Ct);
        Assert.AreEqual(groups[0], (await cloud.Eas.DescribeResourceAsync(groups[0].Id, Ct)).Group);
    }

    [TestMethod]
    public async Task Datasets_are_read()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = Open(emulator);
        var datasets = await cloud.AIWorkSpace.ListDatasetsAsync("312319", Ct);

        Assert.AreEqual(
            ("qwen_weights", "OSS", "v1"), datasets.Where(one => one.Id == "d-pcsah1t86bm8emu01").Select(one => (one.Name, one.DataSourceType, one.LatestVersion)).Single());
        Assert.AreEqual(datasets[0].Uri, (await cloud.AIWorkSpace.GetDatasetAsync(datasets[0].Id, Ct)).Uri);
    }

    [TestMethod]
    public async Task What_does_not_exist_is_told()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = Open(emulator);
        CloudException service = await Assert.ThrowsExactlyAsync<CloudException>(() => cloud.Eas.StopServiceAsync("none", Ct));

        Assert.AreEqual("EAS7105", service.Descriptor.Code);
        await Assert.ThrowsExactlyAsync<CloudException>(() => cloud.Eas.DescribeGatewayAsync("gw-none", Ct));
    }

    private static AliyunCloud Open(EmulatorHost emulator) => AliyunCloud.Open(
        new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = emulator.Address }, EmulatorCredentials.Source);

    private static byte[] Body(int instances, string script = "run") => Encoding.UTF8.GetBytes(
        $$"""
        {"metadata":{"name":"{{Name}}","instance":{{instances}} },
         "containers":[{"image":"eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu","port":8000,"script":"{{script}}"}],
         "cloud":{"computing":{"instance_type":"ecs.gn7i-c16g1.4xlarge"} }
        }
        """);

    private async Task<AliyunCloud> WithServiceAsync(EmulatorHost emulator)
    {
        AliyunCloud cloud = Open(emulator);
        await cloud.CreateServiceAsync(Body(1), null, new Dictionary<string, string>(), Ct);
        Assert.AreEqual("Running", (await cloud.DescribeServiceAsync(Name, Ct))!.Status);
        return cloud;
    }
}
