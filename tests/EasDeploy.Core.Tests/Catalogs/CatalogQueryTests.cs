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

    /// <summary>Answers from the test catalog. When ListImages fails, DescribeMachineSpec answers to nothing but cancellation.</summary>
    private sealed class RecordingSource : ICatalogSource
    {
        public ConcurrentBag<string> Calls { get; } = [];

        public bool ImagesFail { get; init; }

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

        private Task<T> Answer<T>(string call, T answer)
        {
            Calls.Add(call);
            return Task.FromResult(answer);
        }
    }
}
