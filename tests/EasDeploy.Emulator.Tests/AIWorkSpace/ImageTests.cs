using System.Text.Json.Nodes;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.AIWorkSpace;

[TestClass]
public sealed class ImageTests
{
    private const string Version = "2021-02-04";
    private const string Official = "Labels=system.official%3Dtrue%2Csystem.supported.eas%3Dtrue&Verbose=true&PageSize=50";

    [TestMethod]
    public async Task Official_images_fill_two_pages_of_fifty()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        JsonObject first = await client.GetAsync("ListImages", $"/api/v1/images?{Official}&PageNumber=1", Version);
        JsonObject second = await client.GetAsync("ListImages", $"/api/v1/images?{Official}&PageNumber=2", Version);
        JsonObject third = await client.GetAsync("ListImages", $"/api/v1/images?{Official}&PageNumber=3", Version);

        Assert.AreEqual(90, first["TotalCount"]!.GetValue<int>());
        Assert.HasCount(50, Rows(first));
        Assert.HasCount(40, Rows(second));
        Assert.HasCount(0, Rows(third));
        Assert.HasCount(90, Rows(first).Concat(Rows(second)).Select(i => i!["ImageId"]!.GetValue<string>()).Distinct().ToArray());
    }

    [TestMethod]
    public async Task Labels_appear_only_with_verbose()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        JsonArray plain = Rows(await client.GetAsync("ListImages", "/api/v1/images?Name=vllm", Version));
        Assert.IsNotEmpty(plain);
        Assert.IsTrue(plain.All(i => i!["Labels"] is null));
        string id = plain[0]!["ImageId"]!.GetValue<string>();
        JsonObject one = await client.GetAsync("GetImage", $"/api/v1/images/{id}", Version);
        Assert.IsNull(one["Labels"]);
        Assert.IsNull(one["ImageId"]);
        Assert.IsNotNull((await client.GetAsync("GetImage", $"/api/v1/images/{id}?Verbose=true", Version))["Labels"]);
    }

    [TestMethod]
    public async Task A_label_filter_takes_any_value_by_a_star_and_joins_by_and()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);

        JsonArray rows = Rows(await client.GetAsync("ListImages", "/api/v1/images?Labels=system.chipType%3DPPU%2Csystem.framework.vLLM%3D%2A&PageSize=100", Version));

        Assert.HasCount(3, rows);
    }

    [TestMethod]
    public async Task Another_region_has_its_own_registry()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync(region: "cn-shanghai");
        using var client = new SignedClient(host.Address);

        JsonArray rows = Rows(await client.GetAsync("ListImages", "/api/v1/images?Name=vllm%3A0.14.0-gpu", Version));

        Assert.AreEqual("eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu", rows.Single()!["ImageUri"]!.GetValue<string>());
    }

    private static JsonArray Rows(JsonObject answer) => answer["Images"]!.AsArray();
}
