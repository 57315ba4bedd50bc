using System.Collections.Concurrent;
using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Specs;
using Microsoft.Extensions.Time.Testing;

namespace EasDeploy.Catalogs;

[TestClass]
public sealed class CatalogQueryTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task The_mandatory_lists_are_asked_for_and_GetImage_once_for_each_image_in_use()
    {
        RecordingSource source = new();
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        ServiceSpec[] services = [TestService.Valid.Spec(), TestService.Valid.Named("second").Spec(), TestService.Valid.With("Image", "pai-rag:0.4.3").Spec()];
        Catalog catalog = await CatalogQuery.RunAsync(source, "cn-hangzhou", services, clock, TestContext.CancellationToken);
        Assert.AreEqual(
            "DescribeMachineSpec GetImage image-pai-rag-0.4.3 GetImage image-vllm-0.14.0-gpu GetObject yqtest-model Qwen3.5-0.8B/config.json "
                + "ListBuckets ListImages ListObjects yqtest-model Qwen3.5-0.8B/ ListWorkspaces",
            string.Join(' ', source.Calls.Order(StringComparer.Ordinal)));
        Assert.AreEqual(clock.GetUtcNow(), catalog.QueriedAt);
        Assert.HasCount(2, catalog.ImageDetails);
        Assert.IsNull(catalog.ResourceGroups);
    }

    [TestMethod]
    public async Task Groups_are_asked_for_when_a_service_names_one()
    {
        RecordingSource source = new();
        ServiceSpec spec = TestService.Valid.With("Image", "registry.example.test/own:1").With("ResourceGroup", "production").Spec();
        Catalog catalog = await CatalogQuery.RunAsync(source, "cn-hangzhou", [spec], new FakeTimeProvider(), TestContext.CancellationToken);
        CollectionAssert.Contains(source.Calls.ToArray(), "ListResources");
        Assert.IsNotNull(catalog.ResourceGroups);
        Assert.IsEmpty(catalog.ImageDetails);
    }

    [TestMethod]
    public async Task What_a_patch_names_is_asked_for_too()
    {
        RecordingSource source = new();
        ConfigText patch = ConfigText.Parse("""{"metadata":{"resource":"production"},"networking":{"gateway":"prod-gw","nlb":[{"id":"nlb-a"}]}}"""u8, "patch.json").Text!;
        ServiceSpec spec = new TestService(TestService.Valid.Item with { ConfigPatch = patch }).Spec();
        Catalog catalog = await CatalogQuery.RunAsync(source, "cn-hangzhou", [spec], new FakeTimeProvider(), TestContext.CancellationToken);

        Assert.IsNotNull(catalog.ResourceGroups);
        Assert.IsNotNull(catalog.Network.Gateways);
        Assert.IsNotNull(catalog.Network.LoadBalancers);
    }

    [TestMethod]
    public async Task The_first_refusal_is_the_one_reported_and_ends_the_other_calls()
    {
        RecordingSource source = new() { ImagesFail = true };
        CloudException refused = await Assert.ThrowsExactlyAsync<CloudException>(() => CatalogQuery.RunAsync(
            source, "cn-hangzhou", [TestService.Valid.Spec()], new FakeTimeProvider(), TestContext.CancellationToken));
        Assert.AreEqual("EAS7001", refused.Descriptor.Code);
        Assert.IsTrue(source.MachineSpecCancelled);
    }

    [TestMethod]
    public async Task A_gateway_that_is_named_is_looked_up_with_its_VPC_and_the_products_of_the_VPC_are_asked()
    {
        RecordingSource source = new();
        ServiceSpec spec = TestService.Valid.InNetwork().With("Gateway", "prod-gw").Spec();
        Catalog catalog = await CatalogQuery.RunAsync(source, "cn-hangzhou", [spec, spec], new FakeTimeProvider(), TestContext.CancellationToken);
        Assert.AreEqual(
            $"DescribeGateway {TestCatalog.GatewayId} DescribeSecurityGroups {TestCatalog.VpcId} DescribeVSwitches {TestCatalog.VpcId} "
                + $"DescribeVpcs {TestCatalog.VpcId} ListGateway",
            string.Join(' ', source.Calls.Where(call => call.Contains("Gateway", StringComparison.Ordinal) || call.Contains(" vpc-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)));
        Assert.AreEqual(TestCatalog.VpcId, catalog.Network.Gateways!.Value.Single(gateway => gateway.Name == "prod-gw").VpcId);
        Assert.IsNull(catalog.Network.Gateways!.Value.Single(gateway => gateway.Name == "test-gw").VpcId);
        Assert.IsNull(catalog.Network.LoadBalancers);
    }

    [TestMethod]
    public async Task Load_balancers_are_asked_for_when_a_listener_names_one()
    {
        RecordingSource source = new();
        TestService service = TestService.Valid.InNetwork();
        await CatalogQuery.RunAsync(
            source, "cn-hangzhou", [service.WithListener("default", ("Port", "9090")).Spec()], new FakeTimeProvider(), TestContext.CancellationToken);
        Assert.DoesNotContain("ListLoadBalancers", source.Calls);
        await CatalogQuery.RunAsync(
            source, "cn-hangzhou", [service.WithListener("nlb-x", ("Port", "9090")).Spec()], new FakeTimeProvider(), TestContext.CancellationToken);
        Assert.Contains("ListLoadBalancers", source.Calls);
    }

    [TestMethod]
    public async Task A_dataset_is_asked_for_once_and_one_that_does_not_exist_is_left_out()
    {
        RecordingSource source = new();
        ServiceSpec spec = TestService.Valid
            .WithStorage("dataset:d-pcsah1t86bm8emu01@v1", ("MountPath", "/a"))
            .WithStorage("dataset:d-pcsah1t86bm8emu01@v2", ("MountPath", "/b"))
            .WithStorage("dataset:d-nobody", ("MountPath", "/c")).Spec();
        Catalog catalog = await CatalogQuery.RunAsync(source, "cn-hangzhou", [spec], new FakeTimeProvider(), TestContext.CancellationToken);
        Assert.HasCount(1, source.Calls.Where(call => call == "GetDataset d-pcsah1t86bm8emu01"));
        Assert.AreEqual("qwen_weights", Assert.ContainsSingle(catalog.Datasets!.Value).Name);
    }

    [TestMethod]
    public async Task Who_may_not_read_the_VPC_products_goes_without_their_facts()
    {
        RecordingSource source = new() { IsForbidden = true };
        ServiceSpec spec = TestService.Valid.InNetwork().With("Gateway", "prod-gw").Spec();
        Catalog catalog = await CatalogQuery.RunAsync(source, "cn-hangzhou", [spec], new FakeTimeProvider(), TestContext.CancellationToken);
        Assert.IsNull(catalog.Network.VSwitches);
        Assert.IsNotNull(catalog.Network.SecurityGroups);
    }

    [TestMethod]
    public async Task A_mounted_folder_is_listed_once_and_judged_and_its_config_read()
    {
        Catalog catalog = await QueryAsync(new RecordingSource(), TestService.Valid);
        ModelFolder folder = Assert.ContainsSingle(catalog.Storage.Folders);
        Assert.AreEqual(("oss://yqtest-model/Qwen3.5-0.8B/", ModelKind.HuggingFace, 3, false), (folder.Path, folder.Kind, folder.ObjectCount, folder.IsCut));
        Assert.AreEqual((1_500_000_000L, 28), (folder.WeightsBytes, folder.Config!.Layers));
        Assert.AreEqual("cn-shanghai", catalog.Storage.Bucket("my-bucket")!.Region);
    }

    [TestMethod]
    public async Task Without_object_storage_no_bucket_is_asked_for()
    {
        RecordingSource source = new();
        Catalog catalog = await QueryAsync(source, TestService.Valid.Without("Model"));
        Assert.IsNull(catalog.MountedStorage);
        Assert.IsEmpty(source.Calls.Where(call => call.StartsWith("ListBuckets", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_bucket_of_another_region_is_not_looked_into()
    {
        RecordingSource source = new();
        Catalog catalog = await QueryAsync(source, TestService.Valid.With("Model", "oss://my-bucket/models/llama-7b/"));
        Assert.AreEqual(FolderState.OtherRegion, Assert.ContainsSingle(catalog.Storage.Folders).State);
        Assert.IsEmpty(source.Calls.Where(call => call.StartsWith("ListObjects", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("oss://secret-models/m/", FolderState.NotReadable, "AccessDenied")]
    [DataRow("oss://nobodys-bucket/m/", FolderState.NoBucket, null)]
    public async Task What_storage_refuses_is_noted_and_nothing_fails(string model, FolderState state, string? detail)
    {
        ModelFolder folder = Assert.ContainsSingle((await QueryAsync(new RecordingSource(), TestService.Valid.With("Model", model))).Storage.Folders);
        Assert.AreEqual((state, detail), (folder.State, folder.Detail));
    }

    [TestMethod]
    public async Task Who_may_not_list_buckets_still_gets_the_folder()
    {
        Catalog catalog = await QueryAsync(new RecordingSource { IsForbidden = true }, TestService.Valid);
        Assert.IsNull(catalog.Storage.Buckets);
        Assert.AreEqual(ModelKind.HuggingFace, Assert.ContainsSingle(catalog.Storage.Folders).Kind);
    }

    [TestMethod]
    public async Task A_config_of_more_than_a_megabyte_is_not_read()
    {
        RecordingSource source = new() { Files = [new("config.json", ModelConfig.MostBytes + 1), new("model.safetensors", 5)] };
        Assert.IsNull(Assert.ContainsSingle((await QueryAsync(source, TestService.Valid)).Storage.Folders).Config);
        Assert.IsEmpty(source.Calls.Where(call => call.StartsWith("GetObject", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task The_folder_a_start_command_names_below_a_mount_is_looked_into_too()
    {
        RecordingSource source = new();
        TestService service = TestService.Valid.With("Model", "oss://yqtest-model/").With("Script", "vllm serve /model_dir/llama-7b --port 8000");
        await QueryAsync(source, service);
        Assert.Contains("ListObjects yqtest-model ", source.Calls);
        Assert.Contains("ListObjects yqtest-model llama-7b/", source.Calls);
    }

    [TestMethod]
    public async Task An_image_the_official_list_does_not_hold_is_asked_for_by_name()
    {
        RecordingSource source = new();
        Catalog catalog = await QueryAsync(source, TestService.Valid.With("Image", "registry-vpc.cn-hangzhou.aliyuncs.com/my-team/my-team-vllm:2026.01"));
        Assert.Contains("FindImages my-team-vllm:2026.01", source.Calls);
        Assert.AreEqual("my-team-vllm:2026.01", Assert.ContainsSingle(catalog.OtherImages!.Value).Name);
    }

    private Task<Catalog> QueryAsync(RecordingSource source, TestService service) =>
        CatalogQuery.RunAsync(source, "cn-hangzhou", [service.Spec()], new FakeTimeProvider(), TestContext.CancellationToken);

    /// <summary>Answers from the test catalog. When ListImages fails, DescribeMachineSpec answers to nothing but cancellation.</summary>
    private sealed class RecordingSource : ICatalogSource
    {
        public ConcurrentBag<string> Calls { get; } = [];

        public bool ImagesFail { get; init; }

        public bool IsForbidden { get; init; }

        public bool MachineSpecCancelled { get; private set; }

        public ImmutableArray<StoredFile> Files { get; init; } = [new("config.json", 700), new("model.safetensors", 1_500_000_000), new("tokenizer.json", 900)];

        public ImmutableArray<CatalogImage> OtherImages { get; init; } = [TestCatalog.Image("my-team-vllm:2026.01", ["GPU"], null, 8000)];

        public Task<ImmutableArray<Workspace>> ListWorkspacesAsync(CancellationToken ct) => Answer("ListWorkspaces", TestCatalog.Workspaces);

        public Task<ImmutableArray<CatalogImage>> ListImagesAsync(CancellationToken ct) => ImagesFail
            ? Task.FromException<ImmutableArray<CatalogImage>>(CloudException.Of(CloudDiagnostics.ConnectionRefused, null, "h", "ListImages"))
            : Answer("ListImages", TestCatalog.Images);

        public Task<ImageDetail> GetImageAsync(string imageId, CancellationToken ct) =>
            Answer("GetImage " + imageId, new ImageDetail(imageId, null, null, null, []));

        public async Task<ImmutableArray<InstanceType>> DescribeMachineSpecAsync(CancellationToken ct)
        {
            if (ImagesFail)
            {
                TaskCompletionSource never = new();
                await using CancellationTokenRegistration registration = ct.Register(() =>
                {
                    MachineSpecCancelled = true;
                    never.SetCanceled(ct);
                });
                await never.Task;
            }

            return await Answer("DescribeMachineSpec", TestCatalog.InstanceTypes);
        }

        public Task<ImmutableArray<ResourceGroup>> ListResourcesAsync(CancellationToken ct) => Answer("ListResources", TestCatalog.ResourceGroups);

        public Task<ImmutableArray<CatalogGateway>> ListGatewayAsync(CancellationToken ct) =>
            Answer("ListGateway", TestCatalog.Gateways.Select(gateway => gateway with { VpcId = null, VSwitchIds = [], SecurityGroupId = null }).ToImmutableArray());

        public Task<CatalogGateway> DescribeGatewayAsync(CatalogGateway gateway, CancellationToken ct) =>
            Answer("DescribeGateway " + gateway.Id, TestCatalog.Gateways.First(row => row.Id == gateway.Id));

        public Task<ImmutableArray<CatalogVpc>> DescribeVpcsAsync(string vpcId, CancellationToken ct) =>
            Answer("DescribeVpcs " + vpcId, TestCatalog.Vpcs.Where(vpc => vpc.Id == vpcId).ToImmutableArray());

        public Task<ImmutableArray<CatalogVSwitch>> DescribeVSwitchesAsync(string vpcId, CancellationToken ct) => IsForbidden
            ? Task.FromException<ImmutableArray<CatalogVSwitch>>(CloudException.Of(
                CloudDiagnostics.NoPermission, null, "DescribeVSwitches", "Forbidden.RAM", "REQUEST-1", "no", "vpc:DescribeVSwitches"))
            : Answer("DescribeVSwitches " + vpcId, TestCatalog.VSwitches.Where(row => row.VpcId == vpcId).ToImmutableArray());

        public Task<ImmutableArray<CatalogSecurityGroup>> DescribeSecurityGroupsAsync(string vpcId, CancellationToken ct) =>
            Answer("DescribeSecurityGroups " + vpcId, TestCatalog.SecurityGroups.Where(row => row.VpcId == vpcId).ToImmutableArray());

        public Task<ImmutableArray<CatalogLoadBalancer>> ListLoadBalancersAsync(CancellationToken ct) =>
            Answer("ListLoadBalancers", TestCatalog.LoadBalancers);

        public Task<CatalogDataset?> GetDatasetAsync(string datasetId, CancellationToken ct) =>
            Answer("GetDataset " + datasetId, TestCatalog.Datasets.FirstOrDefault(row => row.Id == datasetId));

        public Task<ImmutableArray<CatalogImage>> FindImagesAsync(string name, CancellationToken ct) =>
            Answer("FindImages " + name, OtherImages.Where(row => row.Name.Contains(name, StringComparison.Ordinal)).ToImmutableArray());

        public Task<ImmutableArray<CatalogBucket>> ListBucketsAsync(CancellationToken ct) => IsForbidden
            ? Task.FromException<ImmutableArray<CatalogBucket>>(Denied("ListBuckets"))
            : Answer("ListBuckets", ImmutableArray.Create(new CatalogBucket("yqtest-model", "cn-hangzhou"), new CatalogBucket("my-bucket", "cn-shanghai")));

        public Task<FolderListing> ListObjectsAsync(string bucket, string folder, int limit, CancellationToken ct) => bucket switch
        {
            "secret-models" => Task.FromException<FolderListing>(Denied("ListObjectsV2")),
            "nobodys-bucket" => Task.FromException<FolderListing>(new CloudException(CloudDiagnostics.NotFound, "no bucket") { ErrorCode = "NoSuchBucket" }),
            _ => Answer($"ListObjects {bucket} {folder}", new FolderListing(Files, IsCut: Files.Length > 3)),
        };

        public Task<ReadOnlyMemory<byte>?> GetObjectAsync(string bucket, string key, int limit, CancellationToken ct) =>
            Answer<ReadOnlyMemory<byte>?>($"GetObject {bucket} {key}", """{"model_type":"qwen3","num_hidden_layers":28}"""u8.ToArray());

        private static CloudException Denied(string operation) =>
            new(CloudDiagnostics.NoPermission, "no") { Action = operation, ErrorCode = "AccessDenied" };

        private Task<T> Answer<T>(string call, T answer)
        {
            Calls.Add(call);
            return Task.FromResult(answer);
        }
    }
}
