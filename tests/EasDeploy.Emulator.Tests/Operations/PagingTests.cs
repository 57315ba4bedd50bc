using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Operations;

/// <summary>Every list that is paged by numbers, read from the operation table.</summary>
[TestClass]
public sealed class PagingTests
{
    private const string Resource = "eas-r-d29k8ytqxzxmqi7l0s";

    private static IEnumerable<OperationDeclaration> Paged => OperationTable.Create() is var table
        ? table.Declarations.Where(d => d.Style == "ROA" && d.In("query").Any(p => p.Name == "PageSize") && table.Bound(d).Fidelity != Fidelity.Absent)
        : [];

    private static IEnumerable<object[]> Actions => Paged.Select(d => new object[] { d.Action });

    [TestMethod]
    [DynamicData(nameof(Actions))]
    public async Task Pages_joined_are_the_list_and_there_is_nothing_behind(string action)
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_chat"));
        await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_twin"));
        await client.SendAsync("UpdateService", "PUT", "/api/v2/services/cn-hangzhou/qwen_chat", """{"metadata":{"disk":30}}""");
        await client.SendAsync("ScaleService", "PUT", "/api/v2/services/cn-hangzhou/qwen_chat/scale", """{"Instance":3}""");
        JsonArray whole = await RowsAsync(client, action, 1, 1000);

        var joined = new JsonArray();
        for (int page = 1; page <= (whole.Count / 2) + 1; page++)
        {
            JsonArray rows = await RowsAsync(client, action, page, 2);
            Assert.IsLessThanOrEqualTo(2, rows.Count);
            joined = [.. joined.Concat(rows).Select(r => r!.DeepClone())];
        }

        Assert.IsTrue(whole.Count > 1 || action == "ListResourceServices", $"{whole.Count} rows are no test");
        Assert.AreEqual(whole.ToJsonString(), joined.ToJsonString());
        Assert.IsEmpty(await RowsAsync(client, action, whole.Count + 1, 1));
        Assert.IsEmpty(await RowsAsync(client, action, int.MaxValue, int.MaxValue));
    }

    [TestMethod]
    [DynamicData(nameof(Actions))]
    public async Task A_page_below_one_is_refused(string action)
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_chat"));
        OperationDeclaration operation = Of(action);

        Assert.AreEqual((400, "InvalidParameter"), await client.RefusedAsync(action, "GET", Target(operation, 0, 1), version: operation.Version));
        Assert.AreEqual((400, "InvalidParameter"), await client.RefusedAsync(action, "GET", Target(operation, 1, 0), version: operation.Version));
        Assert.AreEqual((400, "InvalidParameter"), await client.RefusedAsync(action, "GET", Target(operation, -1, 1), version: operation.Version));
    }

    private static async Task<JsonArray> RowsAsync(SignedClient client, string action, int page, int size)
    {
        OperationDeclaration operation = Of(action);
        JsonObject answer = await client.GetAsync(action, Target(operation, page, size), operation.Version);
        return answer.Select(p => p.Value).OfType<JsonArray>().Single();
    }

    private static OperationDeclaration Of(string action) => Paged.Single(d => d.Action == action);

    private static string Target(OperationDeclaration operation, int page, int size)
    {
        string path = operation.Path.Replace("{ClusterId}", "cn-hangzhou", StringComparison.Ordinal)
            .Replace("{ServiceName}", "qwen_chat", StringComparison.Ordinal).Replace("{ResourceId}", Resource, StringComparison.Ordinal);
        string number = operation.In("query").Any(p => p.Name == "PageNum") ? "PageNum" : "PageNumber";
        string workspace = operation.Action == "ListDatasets" ? "&WorkspaceId=312319" : "";
        return $"{path}?{number}={page}&PageSize={size}{workspace}";
    }
}
