using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;
using EasDeploy.Testing;

namespace EasDeploy.Items.Json;

[TestClass]
public sealed class ConfigReaderTests
{
    private static readonly string s_golden = Path.Combine(Repository.Root, "tests", "EasDeploy.Core.Tests", "Configs", "Expected");

    public static IEnumerable<object[]> GoldenFiles => Directory.GetFiles(s_golden, "*.json").Order(StringComparer.Ordinal).Select(file => new object[] { Path.GetFileName(file) });

    [TestMethod]
    [DynamicData(nameof(GoldenFiles))]
    public void What_we_wrote_is_read_and_written_again_byte_for_byte(string file)
    {
        byte[] written = File.ReadAllBytes(Path.Combine(s_golden, file));
        ServiceItem item = Read(Encoding.UTF8.GetString(written));

        string? rest = item.ConfigRest?.ToJsonString();
        Assert.IsNull(rest);
        Assert.AreEqual(Encoding.UTF8.GetString(written), Write(item));
    }

    [TestMethod]
    public void What_an_item_cannot_say_is_kept_and_its_place_too()
    {
        const string Everything = """
            {
              "labels": { "team": "ml", "stage": "prod" },
              "metadata": {
                "name": "everything", "instance": 2, "workspace_id": "312319", "shm_size": 8,
                "rpc": { "keepalive": 600000 }, "rolling_strategy": { "max_surge": "10%", "max_unavailable": 0 }
              },
              "containers": [
                {
                  "image": "registry/a:1", "port": 8000, "script": "run", "name": "main",
                  "env": [{ "name": "A", "value": "1" }],
                  "startup_check": { "http_get": { "path": "/health", "port": 8000 }, "failure_threshold": 30 }
                },
                { "image": "registry/side:1", "port": 8001, "command": "side" }
              ],
              "storage": [
                { "mount_path": "/a", "oss": { "path": "oss://yqtest-model/a/", "readOnly": false } },
                { "mount_path": "/dev/shm", "empty_dir": { "medium": "memory", "size_limit": 20 } }
              ],
              "cloud": {
                "computing": { "instances": [{ "type": "ecs.gn7i-c16g1.4xlarge", "spot_price_limit": 1.5 }, { "type": "ecs.gn7i-c8g1.2xlarge" }] },
                "logging": { "paths": ["/var/log/a"] }
              },
              "autoscaler": { "min": 1, "max": 4, "scaleStrategies": [{ "metricName": "qps", "threshold": 10.50 }] },
              "features": { "eas.aliyun.com/extra-ephemeral-storage": "100Gi" },
              "unit": { "size": 2 }
            }
            """;
        ServiceItem item = Read(Everything);
        string written = Write(item);

        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(Everything), JsonNode.Parse(written)), written);
        Assert.AreEqual(written, Write(Read(written)));
        StringAssert.Contains(written, "10.50");
        Assert.AreEqual("metadata containers storage cloud autoscaler features labels unit", string.Join(' ', JsonNode.Parse(written)!.AsObject().Select(one => one.Key)));
        Assert.AreEqual((9, 16), (item.Find("Image")!.Location.Line, item.Find("Image")!.Location.Column));
        Assert.AreEqual("2", item.Find("Replicas")!.Text);
    }

    [TestMethod]
    [DataRow("""{"name":"a_b","containers":[{"image":"r/i:1"}]}""", "/metadata/name", "\"a_b\"")]
    [DataRow("""{"metadata":{"name":"a_b","gateway":"gw-1"}}""", "/networking/gateway", "\"gw-1\"")]
    [DataRow("""{"metadata":{"name":"a_b","eas":{"termination_grace_period":60}}}""", "/runtime/termination_grace_period", "60")]
    [DataRow("""{"metadata":{"name":"a_b","eas.termination_grace_period":60}}""", "/runtime/termination_grace_period", "60")]
    [DataRow("""{"metadata":{"name":"a_b"},"eas":{"termination_grace_period":60}}""", "/runtime/termination_grace_period", "60")]
    [DataRow("""{"metadata":{"name":"a_b"},"rpc":{"keepalive":60000}}""", "/metadata/rpc/keepalive", "60000")]
    [DataRow("""{"metadata":{"name":"a_b"},"storage":[{"mount_path":"/a","nfs":{"server":"s","path":"/","read_only":true}}]}""", "/storage/0/nfs/readOnly", "true")]
    public void A_second_place_is_moved_to_the_first(string json, string pointer, string value)
    {
        JsonNode? node = JsonNode.Parse(Write(Read(json)));
        foreach (string step in pointer[1..].Split('/'))
        {
            node = int.TryParse(step, out int i) ? node![i] : node![step];
        }

        Assert.AreEqual(value, node!.ToJsonString());
        Assert.IsNotEmpty(Findings(json, "EAS8015"));
    }

    [TestMethod]
    [DataRow("""[{"type":"a","spot_price_limit":1.5}]""", "", "a")]
    [DataRow("""[{"type":"a"},{"type":"b","capacity":"20%"}]""", "", "a;b")]
    [DataRow("""[{"type":"a"},{"type":"b"}]""", "\"instance_type\":\"c\",", "a;b")]
    [DataRow("""[{"type":"dedicated_resource"},{"type":"b"}]""", "", null)]
    public void A_list_of_types_that_says_more_is_checked_and_kept_whole(string list, string beside, string? types)
    {
        string json = $$"""{"metadata":{"name":"a_b","instance":1,"resource":"eas-r-a"},"containers":[{"image":"r/i:1","port":8000,"script":"s"}],"cloud":{"computing":{ {{beside}} "instances":{{list}} } } }""";
        ServiceItem item = Read(json);

        Assert.AreEqual(types, item.Find("InstanceType")?.Text);
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Write(item))), Write(item));
    }

    [TestMethod]
    public void A_value_in_both_places_stays_in_both() =>
        Assert.AreEqual("""{"name":"b"}""", Read("""{"name":"b","metadata":{"name":"a"}}""").ConfigRest!.ToJsonString());

    private static ServiceItem Read(string json)
    {
        (ConfigText? text, Diagnostic? failure) = ConfigText.Parse(Encoding.UTF8.GetBytes(json), "eas_service.json");
        Assert.IsNull(failure);
        return ConfigReader.Read(text!);
    }

    private static IEnumerable<Diagnostic> Findings(string json, string code) => RuleSet
        .Check(ServiceResolver.Resolve(ServiceSpec.From(Read(json), DeploymentPolicy.Default), TestCatalog.NotQueried, CheckPurpose.Build))
        .Diagnostics.Where(finding => finding.Code == code);

    // Written whatever the rules say: what is read must not depend on being right.
    private static string Write(ServiceItem item) =>
        ServiceConfig.Draft(ServiceResolver.Resolve(ServiceSpec.From(item, DeploymentPolicy.Default), TestCatalog.NotQueried, CheckPurpose.Build));
}
