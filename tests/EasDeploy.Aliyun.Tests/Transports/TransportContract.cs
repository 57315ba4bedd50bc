using System.Collections.Immutable;
using System.Text;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Transports;

/// <summary>What every transport must do, against the emulator over real HTTP.</summary>
public abstract class TransportContract
{
    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    protected abstract IAliyunTransport Create(CloudSettings settings);

    [TestMethod]
    public async Task The_catalog_is_read_to_its_last_page()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = Open(emulator);
        ImmutableArray<Workspace> workspaces = await cloud.ListWorkspacesAsync(Ct);
        ImmutableArray<CatalogImage> images = await cloud.ListImagesAsync(Ct);
        ImmutableArray<InstanceType> types = await cloud.DescribeMachineSpecAsync(Ct);
        ImmutableArray<ResourceGroup> groups = await cloud.ListResourcesAsync(Ct);

        Assert.AreEqual(14, workspaces.Length);
        Assert.IsTrue(images.Length > 50, $"{images.Length} images fit one page");
        Assert.IsNotEmpty(groups);
        CatalogImage vllm = images.Single(image => image.Name == "vllm:0.14.0-gpu");
        Assert.AreEqual("GPU", vllm.Label("system.chipType"));
        ImageDetail detail = await cloud.GetImageAsync(vllm.ImageId, Ct);
        Assert.AreEqual(vllm.ImageUri, detail.ImageUri);
        CollectionAssert.AreEqual(vllm.Labels.ToArray(), detail.Labels.ToArray());
        InstanceType gpu = types.Single(type => type.Name == "ecs.gn7i-c16g1.4xlarge");
        Assert.AreEqual((16, 60d, "A10", 1, 24d), (gpu.Cpu, gpu.Memory, gpu.Gpu, gpu.GpuAmount, gpu.GpuMemory));
        Assert.IsTrue(types.Any(type => type.GpuAmount == 0 && type.Gpu.Length == 0));
    }

    [TestMethod]
    public async Task A_service_lives_from_creation_to_deletion()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = Open(emulator);
        Assert.IsNull(await cloud.DescribeServiceAsync("my_svc", Ct));
        CreatedService created = await cloud.CreateServiceAsync(
            Body("my_svc"), "312319", new Dictionary<string, string> { ["team"] = "ml \"ops\" é" }, Ct);
        LiveService? service = await cloud.DescribeServiceAsync("my_svc", Ct);

        Assert.AreEqual("my_svc", created.Name);
        Assert.AreEqual("Running", service?.Status);
        StringAssert.Contains(service!.InternetEndpoint, "/api/predict/my_svc");
        Assert.IsFalse(service.AccessToken.IsEmpty);
        Assert.AreEqual("my_svc", (await cloud.ListServicesAsync("my_svc", Ct)).Single().Name);
        Assert.IsNotEmpty(await cloud.DescribeServiceEndpointsAsync("my_svc", Ct));
        IReadOnlyList<ServiceEvent> events = await cloud.DescribeServiceEventAsync("my_svc", Ct);
        Assert.IsNotEmpty(events);
        Assert.IsTrue(events.All(one => one.Time is not null && one.Reason.Length > 0));

        await cloud.DeleteServiceAsync("my_svc", Ct);
        Assert.IsNull(await cloud.DescribeServiceAsync("my_svc", Ct));
        await cloud.DeleteServiceAsync("my_svc", Ct);
    }

    [TestMethod]
    public async Task A_name_in_use_is_a_conflict()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = Open(emulator);
        await cloud.CreateServiceAsync(Body("my_svc"), null, NoLabels, Ct);
        CloudException refusal = await Assert.ThrowsExactlyAsync<CloudException>(
            () => cloud.CreateServiceAsync(Body("my_svc"), null, NoLabels, Ct));

        Assert.AreEqual("EAS7106", refusal.Descriptor.Code);
        Assert.AreEqual(409, refusal.HttpStatus);
        Assert.IsFalse(string.IsNullOrEmpty(refusal.ErrorCode));
        Assert.IsFalse(string.IsNullOrEmpty(refusal.RequestId));
    }

    [TestMethod]
    public async Task A_refusal_keeps_code_and_request_id()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        emulator.AnswerWith(
            "DescribeMachineSpec", 403,
            """{"Code":"NoPermission","Message":"denied","RequestId":"REQ-9","AccessDeniedDetail":{"AuthAction":"eas:DescribeMachineSpec"}}""");
        using AliyunCloud cloud = Open(emulator);
        CloudException refusal = await Assert.ThrowsExactlyAsync<CloudException>(() => cloud.DescribeMachineSpecAsync(Ct));

        Assert.AreEqual(("EAS7101", "NoPermission", "REQ-9"), (refusal.Descriptor.Code, refusal.ErrorCode, refusal.RequestId));
        StringAssert.Contains(refusal.Message, "eas:DescribeMachineSpec");
    }

    [TestMethod]
    public async Task Throttling_is_outlasted()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        emulator.AnswerWith(
            "DescribeMachineSpec", 429, """{"Code":"Throttling.User","Message":"slow down","RequestId":"R"}""", times: 2, headers: ("x-acs-retry-after", "1"));
        using AliyunCloud cloud = Open(emulator);

        Assert.IsNotEmpty(await cloud.DescribeMachineSpecAsync(Ct));
        Assert.AreEqual(3, emulator.RequestsOf("DescribeMachineSpec").Count);
    }

    [TestMethod]
    public async Task A_lost_answer_makes_exactly_one_service()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        emulator.LoseAnswer("CreateService");
        using AliyunCloud cloud = Open(emulator);
        await cloud.CreateServiceAsync(Body("my_svc"), null, NoLabels, Ct);

        Assert.AreEqual(1, emulator.RequestsOf("CreateService").Count);
        Assert.AreEqual(1, (await cloud.ListServicesAsync("my_svc", Ct)).Count);
    }

    [TestMethod]
    public async Task Operations_named_in_a_header_are_called_too()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using AliyunCloud cloud = Open(emulator);
        string vpcId = (await cloud.Vpc.DescribeVpcsAsync(null, Ct)).Single(network => network.Name == "eas-prod").Id;

        Assert.IsTrue((await cloud.Vpc.DescribeVSwitchesAsync(vpcId, null, Ct)).Any(one => one.ZoneId == "cn-hangzhou-h"));
        Assert.IsTrue((await cloud.Ecs.DescribeSecurityGroupsAsync(vpcId, Ct)).All(group => group.VpcId == vpcId));
        var balancer = (await cloud.Nlb.ListLoadBalancersAsync(vpcId, Ct)).First();
        Assert.AreEqual(balancer.Name, (await cloud.Nlb.GetLoadBalancerAttributeAsync(balancer.Id, Ct)).Name);
    }

    [TestMethod]
    public async Task A_page_in_place_of_the_API_is_no_answer()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        emulator.AnswerWith("DescribeMachineSpec", 200, "<html><title>Log in</title></html>", "text/html", times: 0);
        using AliyunCloud cloud = Open(emulator);
        CloudException fault = await Assert.ThrowsExactlyAsync<CloudException>(() => cloud.DescribeMachineSpecAsync(Ct));

        Assert.AreEqual("EAS7005", fault.Descriptor.Code);
    }

    [TestMethod]
    public async Task Nobody_at_the_address_is_a_refused_connection()
    {
        CloudSettings settings = Settings(new Uri("http://127.0.0.1:1"));
        using AliyunCloud cloud = new(settings, Create(settings), new OssClient(settings, EmulatorCredentials.Source));
        CloudException fault = await Assert.ThrowsExactlyAsync<CloudException>(() => cloud.CreateServiceAsync(Body("my_svc"), null, NoLabels, Ct));

        Assert.AreEqual("EAS7001", fault.Descriptor.Code);
        Assert.IsFalse(fault.MayHaveBeenExecuted);
    }

    [TestMethod]
    public async Task Cancelling_ends_a_hanging_call()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        emulator.Hang("DescribeMachineSpec", times: 0);
        using AliyunCloud cloud = Open(emulator);
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task calling = cloud.DescribeMachineSpecAsync(cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => calling);
    }

    protected static CloudSettings Settings(Uri address) => new()
    {
        Region = "cn-hangzhou",
        Endpoint = address,
        UserAgent = UserAgent.For("0.0.0-tests", UserAgent.NewRunId()),
    };

    protected static byte[] Body(string name) => Encoding.UTF8.GetBytes(
        $$"""
        {"metadata":{"name":"{{name}}","instance":1},
         "containers":[{"image":"eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu","port":8000,"script":"vllm serve /model_dir --port 8000"}],
         "cloud":{"computing":{"instance_type":"ecs.gn7i-c16g1.4xlarge"} }
        }
        """);

    private AliyunCloud Open(EmulatorHost emulator)
    {
        CloudSettings settings = Settings(emulator.Address);
        return new AliyunCloud(settings, Create(settings), new OssClient(settings, EmulatorCredentials.Source));
    }
}
