using System.Collections.Concurrent;
using System.Collections.Immutable;
using EasDeploy.Diagnostics;
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
            "DescribeMachineSpec GetImage image-pai-rag-0.4.3 GetImage image-vllm-0.14.0-gpu ListImages ListWorkspaces",
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

    /// <summary>Answers from the test catalog. When ListImages fails, DescribeMachineSpec answers to nothing but cancellation.</summary>
    private sealed class RecordingSource : ICatalogSource
    {
        public ConcurrentBag<string> Calls { get; } = [];

        public bool ImagesFail { get; init; }

        public bool IsForbidden { get; init; }

        public bool MachineSpecCancelled { get; private set; }

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

        private Task<T> Answer<T>(string call, T answer)
        {
            Calls.Add(call);
            return Task.FromResult(answer);
        }
    }
}
