using System.Text.Json.Nodes;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Eas;

[TestClass]
public sealed class HostileDocumentTests
{
    private const string Whole = """
        {
          "metadata": { "name": "qwen_chat", "instance": 1, "cpu": 4, "memory": 8000, "gpu": 1, "rpc": { "keepalive": 5000 },
            "rolling_strategy": { "max_surge": 1, "max_unavailable": 0 }, "scheduling": { "spread": { "policy": "host" } }, "workspace_id": "312319" },
          "containers": [{ "image": "IMAGE", "port": 8000, "script": "vllm serve /model_dir", "env": [{ "name": "A", "value": "b" }],
            "startup_check": { "http_get": { "path": "/health", "port": 8000 }, "period_seconds": 10 }, "prepare": { "pythonRequirements": ["x"] } }],
          "storage": [
            { "mount_path": "/model_dir", "oss": { "path": "oss://yqtest-model/Qwen3.5-0.8B/", "readOnly": true } },
            { "mount_path": "/nas", "nfs": { "server": "s", "path": "/" } },
            { "mount_path": "/set", "dataset": { "id": "d-pcsah1t86bm8emu01" } },
            { "mount_path": "/dev/shm", "empty_dir": { "medium": "memory", "size_limit": 8 } }],
          "cloud": { "computing": { "instances": [{ "type": "ecs.gn7i-c16g1.4xlarge", "spot_price_limit": 1.5, "capacity": "20%" }] },
            "networking": { "vpc_id": "vpc-bp13kiflgde6v9dc9smc8", "vswitch_id": "vsw-bp1bhmnwqdh1ta9z9klms", "security_group_id": "sg-bp1e36bfv61nfy1yudyc" } },
          "networking": { "gateway": "gw-48hmbdt00fi6x90gft", "nlb": [{ "id": "default", "listener_port": 9090, "net_type": "intranet" }], "disable_internet_endpoint": false },
          "autoscaler": { "min": 1, "max": 3, "scaleStrategies": [{ "metricName": "qps", "threshold": 10 }] },
          "cronscaler": { "ScaleJobs": [{ "Name": "day", "Schedule": "0 0 8 * * *", "TargetSize": 2 }] },
          "runtime": { "termination_grace_period": 60 },
          "labels": { "team": "ml" },
          "token": "secret"
        }
        """;

    private const string One = "/api/v2/services/cn-hangzhou/qwen_chat";

    private static readonly (string Action, string Target)[] Reads =
    [
        ("DescribeService", One), ("DescribeServiceEndpoints", One + "/endpoints"), ("ListServiceInstances", One + "/instances"),
        ("DescribeServiceLog", One + "/logs"), ("ListServices", "/api/v2/services?ServiceType=Standard"),
        ("DescribeServiceAutoScaler", One + "/autoscaler"), ("DescribeServiceCronScaler", One + "/cronscaler"), ("ListServiceVersions", One + "/versions"),
    ];

    private static readonly string[] Replacements = ["null", "1", "-1", "1.5", "\"x\"", "[]", "[null]", "[1]", "{}", "{\"x\":1}", "true"];

    [TestMethod]
    public async Task Whatever_stands_at_a_place_of_the_document_the_answer_is_never_a_bug()
    {
        string document = Whole.Replace("IMAGE", Documents.GpuImage, StringComparison.Ordinal);
        string[] places = [.. Places(JsonNode.Parse(document)!)];
        Assert.IsGreaterThan(60, places.Length);
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        var bugs = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        foreach (string place in places)
        {
            foreach (string replacement in Replacements)
            {
                string changed = Changed(document, place, replacement);
                int status = await SentAsync(client, "CreateService", "POST", "/api/v2/services", changed, bugs, $"{place} = {replacement}");
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
                if (status == 200)
                {
                    await EverythingAboutAsync(client, bugs, $"{place} = {replacement}");
                    await SentAsync(client, "DeleteService", "DELETE", One, null, bugs, place);
                }
            }
        }

        Assert.AreEqual("", string.Join('\n', bugs));
        Assert.IsGreaterThan(0, statuses.GetValueOrDefault(200), "no variant was taken");
        Assert.IsGreaterThan(0, statuses.GetValueOrDefault(400), "no variant was refused");
    }

    private static async Task EverythingAboutAsync(SignedClient client, List<string> bugs, string change)
    {
        foreach ((string action, string target) in Reads)
        {
            await SentAsync(client, action, "GET", target, null, bugs, change);
        }
    }

    private static async Task<int> SentAsync(SignedClient client, string action, string method, string target, string? body, List<string> bugs, string change)
    {
        (int status, JsonObject answer) = await client.SendAsync(action, method, target, body);
        if (status == 500)
        {
            bugs.Add($"{action} with {change}: {answer["Message"]}");
        }

        return status;
    }

    private static IEnumerable<string> Places(JsonNode node)
    {
        if (node.Parent is not null)
        {
            yield return node.GetPath();
        }

        IEnumerable<JsonNode?> children = node is JsonObject owner ? owner.Select(p => p.Value) : node is JsonArray list ? list : [];
        foreach (string place in children.OfType<JsonNode>().SelectMany(Places))
        {
            yield return place;
        }
    }

    private static string Changed(string document, string place, string replacement)
    {
        JsonNode root = JsonNode.Parse(document)!;
        JsonNode found = All(root).Single(n => n.GetPath() == place);
        if (found.Parent is JsonObject owner)
        {
            owner[found.GetPropertyName()] = JsonNode.Parse(replacement);
        }
        else
        {
            found.Parent!.AsArray()[found.GetElementIndex()] = JsonNode.Parse(replacement);
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> All(JsonNode node) =>
        [node, .. (node is JsonObject owner ? owner.Select(p => p.Value) : node is JsonArray list ? list : []).OfType<JsonNode>().SelectMany(All)];
}
