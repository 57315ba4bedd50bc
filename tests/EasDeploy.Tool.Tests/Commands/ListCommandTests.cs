using System.Text.Json;

namespace EasDeploy.Tool.Tests.Commands;

[TestClass]
public sealed class ListCommandTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    [DataRow("services", "ListServices", "Service Name")]
    [DataRow("images", "ListImages", "Image Name")]
    [DataRow("instances", "DescribeMachineSpec", "Instance Type")]
    [DataRow("resources", "ListResources", "Resource ID")]
    [DataRow("gateways", "ListGateway", "Gateway Name")]
    [DataRow("workspaces", "ListWorkspaces", "Workspace ID")]
    [DataRow("buckets", "ListBuckets", "Bucket Name")]
    public async Task Every_list_is_a_numbered_table_with_its_total_and_the_same_rows_in_JSON(string noun, string action, string header)
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        await region.CreateAsync("qwen_chat", Ct);
        ToolRun table = await region.EasAsync(Ct, "list", noun);
        ToolRun json = await region.EasAsync(Ct, "list", noun, "--output", "json");
        using JsonDocument document = JsonDocument.Parse(json.Out);
        int rows = document.RootElement.GetProperty(noun).GetArrayLength();

        Assert.AreEqual((0, 0), (table.ExitCode, json.ExitCode), table.Error + json.Error);
        StringAssert.StartsWith(table.Out, $"| #");
        StringAssert.Contains(table.Out.Split('\n')[0], $"| {header}");
        Assert.IsGreaterThan(0, rows);
        StringAssert.EndsWith(table.Out, $"\nTotal: {rows}\n");
        Assert.AreEqual(rows + 4, table.Out.Split('\n').Length - 1);
        Assert.IsGreaterThanOrEqualTo(2, region.Host.RequestsOf(action).Count);
    }

    [TestMethod]
    public async Task A_keyword_keeps_the_rows_that_have_it()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        ToolRun all = await region.EasAsync(Ct, "list", "images");
        ToolRun some = await region.EasAsync(Ct, "list", "images", "SGLANG");
        ToolRun none = await region.EasAsync(Ct, "list", "images", "no such image");

        string[] rows = [.. some.Out.Split('\n').Where(line => line.StartsWith('|')).Skip(2)];
        Assert.IsNotEmpty(rows);
        Assert.IsTrue(rows.All(row => row.Contains("sglang", StringComparison.Ordinal)), some.Out);
        Assert.IsGreaterThan(some.Out.Length, all.Out.Length);
        Assert.AreEqual("Total: 0\n", none.Out);
    }

    [TestMethod]
    public async Task Types_that_cannot_be_had_are_left_out_unless_asked_for()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        ToolRun open = await region.EasAsync(Ct, "list", "instances", "--output", "json");
        ToolRun all = await region.EasAsync(Ct, "list", "instances", "--all", "--output", "json");
        bool[] Availability(ToolRun run) =>
            [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("instances").EnumerateArray().Select(row => row.GetProperty("isAvailable").GetBoolean())];

        Assert.IsTrue(Availability(open).All(isAvailable => isAvailable));
        Assert.IsTrue(Availability(all).Any(isAvailable => !isAvailable));
    }

    [TestMethod]
    public async Task A_refusal_is_one_line_and_its_own_exit_code()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        region.Host.AnswerWith("ListImages", 403, """{"Code":"NoPermission","Message":"You are not authorized","RequestId":"R-1"}""");
        ToolRun run = await region.EasAsync(Ct, "list", "images", "-o", "json");

        Assert.AreEqual((3, ""), (run.ExitCode, run.Out));
        StringAssert.StartsWith(run.Error, "error EAS7101: ListImages: You are not authorized");
    }

    [TestMethod]
    public async Task Nothing_listens_is_told_with_the_repair()
    {
        ToolRun run = await ToolRun.RunAsync(Ct, "list", "images", "--endpoint", "http://127.0.0.1:1");

        Assert.AreEqual(3, run.ExitCode);
        StringAssert.Contains(run.Error, "error EAS7001: ");
        StringAssert.Contains(run.Error, "dotnet eas emulator");
    }
}
