using System.Collections.Immutable;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Eas;

[TestClass]
public sealed class CatalogOperationTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task A_type_without_GPU_fields_has_no_cards()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """
            {"InstanceMetas":[
              {"InstanceType":"ecs.c7.large","CPU":2,"Memory":4.5,"IsAvailable":true},
              {"InstanceType":"ecs.gn7i","CPU":"16","Memory":60,"GPU":"A10","GPUAmount":1,"GPUMemory":23.5,"IsAvailable":"false","StockStatus":"NoStock"},
              {"InstanceType":"ecs.null","CPU":null,"Memory":null,"GPU":null,"GPUAmount":null,"IsAvailable":null},
              {"CPU":1}
            ]}
            """));
        ImmutableArray<InstanceType> types = await stub.Cloud.DescribeMachineSpecAsync(TestContext.CancellationToken);

        CollectionAssert.AreEqual(
            new[]
            {
                new InstanceType("ecs.c7.large", 2, 4.5, "", 0, 0, true, ""),
                new InstanceType("ecs.gn7i", 16, 60, "A10", 1, 23.5, false, "NoStock"),
                new InstanceType("ecs.null", 0, 0, "", 0, 0, false, ""),
            },
            types.ToArray());
        Assert.AreEqual("/api/v2/public/instance_types", stub.Request.Target);
    }

    [TestMethod]
    public async Task Used_cards_may_be_a_fraction()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """
            {"TotalCount":1,"Resources":[{"ResourceId":"eas-r-1","ResourceName":"production","ResourceType":"Dedicated","Status":"ResourceReady",
              "CpuCount":128,"CpuUsed":20,"Memory":1003520,"MemoryUsed":157696,"GpuCount":16,"GpuUsed":2.25}]}
            """));
        ImmutableArray<ResourceGroup> groups = await stub.Cloud.ListResourcesAsync(TestContext.CancellationToken);

        Assert.AreEqual(
            new ResourceGroup("eas-r-1", "production", "Dedicated", "ResourceReady", 128, 20, 1003520, 157696, 16, 2.25m), groups.Single());
        Assert.AreEqual("100", stub.Request.Query("PageSize"));
    }

    [TestMethod]
    public async Task Workspaces_are_asked_for_as_the_workflow_does()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """{"TotalCount":1,"Workspaces":[{"WorkspaceId":312319,"WorkspaceName":"w","Status":"ENABLED","IsDefault":true}]}"""));
        ImmutableArray<Workspace> workspaces = await stub.Cloud.ListWorkspacesAsync(TestContext.CancellationToken);

        Assert.AreEqual(new Workspace("312319", "w", "ENABLED", true), workspaces.Single());
        Assert.AreEqual("/api/v1/workspaces?PageNumber=1&PageSize=100&Verbose=true", stub.Request.Target);
        Assert.AreEqual("2021-02-04", stub.Request.Headers["x-acs-version"]);
    }

    [TestMethod]
    public async Task Images_are_asked_for_as_the_workflow_does()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """
            {"TotalCount":1,"Images":[{"ImageId":"image-1","Name":"vllm:1","ImageUri":"null","Labels":[
              {"Key":"system.chipType","Value":"GPU"},{"Key":"system.chipType","Value":"PPU"},{"Value":"lost"},{"Key":"bare"}]}]}
            """));
        CatalogImage image = (await stub.Cloud.ListImagesAsync(TestContext.CancellationToken)).Single();

        Assert.AreEqual(
            "/api/v1/images?Labels=system.official%3Dtrue%2Csystem.supported.eas%3Dtrue&PageNumber=1&PageSize=50&Verbose=true", stub.Request.Target);
        Assert.IsNull(image.ImageUri);
        CollectionAssert.AreEqual(
            new[] { new ImageLabel("system.chipType", "GPU"), new ImageLabel("system.chipType", "PPU"), new ImageLabel("bare", "") },
            image.Labels.ToArray());
    }

    [TestMethod]
    public async Task An_image_may_bring_a_preset()
    {
        using StubCloud stub = new(StubAnswer.Json(
            """{"Name":"sglang:1","ImageUri":"registry/sglang:1","EasConfig":{"script":"run --port 30000","port":"30000"},"Labels":[{"Key":"a","Value":"b"}]}"""));
        ImageDetail image = await stub.Cloud.GetImageAsync("image-é", TestContext.CancellationToken);

        Assert.AreEqual("/api/v1/images/image-%C3%A9?Verbose=true", stub.Request.Target);
        Assert.AreEqual(("image-é", "registry/sglang:1", "run --port 30000", 30000), (image.ImageId, image.ImageUri, image.EasScript, image.EasPort));
        Assert.AreEqual(new ImageLabel("a", "b"), image.Labels.Single());
    }

    [TestMethod]
    public async Task An_image_without_a_preset_has_none()
    {
        using StubCloud stub = new(StubAnswer.Json("""{"Name":"x","EasConfig":null}"""));
        ImageDetail image = await stub.Cloud.GetImageAsync("i", TestContext.CancellationToken);

        Assert.IsNull(image.EasScript);
        Assert.IsNull(image.EasPort);
        Assert.AreEqual(0, image.Labels.Length);
    }

    [TestMethod]
    public async Task An_unrelated_object_is_no_catalog()
    {
        using StubCloud stub = new(StubAnswer.Json("""{"error":"welcome to the hotel network"}"""));
        CloudException types = await Assert.ThrowsExactlyAsync<CloudException>(() => stub.Cloud.DescribeMachineSpecAsync(TestContext.CancellationToken));
        CloudException image = await Assert.ThrowsExactlyAsync<CloudException>(() => stub.Cloud.GetImageAsync("i", TestContext.CancellationToken));

        Assert.AreEqual("EAS7005", types.Descriptor.Code);
        Assert.AreEqual("EAS7005", image.Descriptor.Code);
    }
}
