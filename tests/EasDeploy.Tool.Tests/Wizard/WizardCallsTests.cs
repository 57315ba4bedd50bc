using System.Text.RegularExpressions;

namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>The calls the workflow demands, seen from the emulator.</summary>
[TestClass]
public sealed partial class WizardCallsTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task The_mandatory_calls_are_made_in_the_order_of_the_screens()
    {
        await using EmulatorHost emulator = await PlayAsync("llm-vllm-to-running");
        string[] asked = [.. emulator.Requests.Select(request => request.Action!).TakeWhile(action => action != "CreateService").Distinct()];

        Assert.IsNotEmpty(asked);
        CollectionAssert.AreEqual(
            new[] { "ListWorkspaces", "ListImages", "GetImage", "ListBuckets" },
            asked.Where(action => action is "ListWorkspaces" or "ListImages" or "GetImage" or "ListBuckets").ToArray());
        CollectionAssert.IsSubsetOf(new[] { "DescribeMachineSpec", "ListServices", "DescribeService" }, asked);
        Assert.IsGreaterThan(Array.IndexOf(asked, "GetImage"), Array.IndexOf(asked, "DescribeMachineSpec"));
        Assert.HasCount(1, emulator.RequestsOf("CreateService"));
        Assert.IsEmpty(emulator.RequestsOf("ListGateway"));
        Assert.IsEmpty(emulator.RequestsOf("ListResources"));
    }

    [TestMethod]
    public async Task Lists_are_asked_for_with_the_workflows_parameters()
    {
        await using EmulatorHost emulator = await PlayAsync("llm-vllm-to-running");
        string workspaces = Uri.UnescapeDataString(emulator.RequestsOf("ListWorkspaces")[0].Query);
        string images = Uri.UnescapeDataString(emulator.RequestsOf("ListImages")[0].Query);

        StringAssert.Contains(workspaces, "PageSize=100");
        StringAssert.Matches(workspaces, Verbose());
        StringAssert.Contains(images, "Labels=system.official=true,system.supported.eas=true");
        StringAssert.Contains(images, "PageSize=50");
        StringAssert.Matches(images, Verbose());
    }

    [TestMethod]
    public async Task An_image_address_of_the_user_still_lists_the_images()
    {
        await using EmulatorHost emulator = await PlayAsync("custom-image-to-running");

        Assert.IsNotEmpty(emulator.RequestsOf("ListImages"));
        Assert.IsEmpty(emulator.RequestsOf("GetImage"));
    }

    [TestMethod]
    public async Task A_gateway_is_listed_and_described_and_a_group_listed()
    {
        await using EmulatorHost gateway = await PlayAsync("alb-gateway-to-running");
        await using EmulatorHost group = await PlayAsync("resource-group-to-running");

        Assert.IsNotEmpty(gateway.RequestsOf("ListGateway"));
        Assert.IsNotEmpty(gateway.RequestsOf("DescribeGateway"));
        Assert.IsNotEmpty(gateway.RequestsOf("DescribeSecurityGroups"));
        Assert.IsNotEmpty(group.RequestsOf("ListResources"));
    }

    [TestMethod]
    public async Task The_same_name_is_deleted_waited_for_and_created_through_every_step()
    {
        await using EmulatorHost emulator = await PlayAsync("same-name-again");
        string[] after = [.. emulator.Requests.Select(request => request.Action!).SkipWhile(action => action != "DeleteService")];

        Assert.IsNotEmpty(after);
        CollectionAssert.IsSubsetOf(new[] { "DescribeService", "ListImages", "DescribeMachineSpec", "CreateService" }, after);
        Assert.IsLessThan(Array.IndexOf(after, "CreateService"), Array.IndexOf(after, "ListImages"));
    }

    private async Task<EmulatorHost> PlayAsync(string name)
    {
        EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using TempFolder folder = new();
        Transcript transcript = new(await File.ReadAllTextAsync(Path.Combine(TranscriptTests.Folder, name + ".txt"), Ct));
        StringAssert.Contains(await transcript.RunAsync(emulator, folder, Ct), "Status: Running");
        return emulator;
    }

    [GeneratedRegex("Verbose=true", RegexOptions.IgnoreCase)]
    private static partial Regex Verbose();
}
