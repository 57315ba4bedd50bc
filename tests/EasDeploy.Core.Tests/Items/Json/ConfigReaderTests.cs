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
    [DataRow("""{"metadata":{"name":"a_b"},"autoscaler":{"min":1,"max":3,"strategies":{"qps":10}}}""", "/autoscaler/scaleStrategies", """[{"metricName":"qps","threshold":10}]""")]
    [DataRow("""{"metadata":{"name":"a_b","autoscaler":{"max":3,"strategies":{"qps":10}}}}""", "/autoscaler/scaleStrategies/0/metricName", "\"qps\"")]
    [DataRow("""{"metadata":{"name":"a_b","rpc":{"keepalive":60000}},"rpc":{"keepalive":5000,"io_threads":8}}""", "/metadata/rpc", """{"keepalive":60000,"io_threads":8}""")]
    [DataRow("""{"name":"a_b","metadata":{"name":"a_b"}}""", "", """{"metadata":{"name":"a_b","instance":1},"containers":[{"image":"","port":8000}]}""")]
    public void A_second_place_is_moved_to_the_first(string json, string pointer, string value)
    {
        JsonNode? node = JsonNode.Parse(Write(Read(json)));
        foreach (string step in pointer.Split('/').Skip(1))
        {
            node = int.TryParse(step, out int i) ? node![i] : node![step];
        }

        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(value), node), node!.ToJsonString());
        Assert.IsNotEmpty(Findings(json, "EAS8015"));
    }

    [TestMethod]
    [DataRow("""[{"type":"a","spot_price_limit":1.5}]""", "", "a")]
    [DataRow("""[{"type":"a"},{"type":"b","capacity":"20%"}]""", "", "a;b")]
    [DataRow("""[{"type":"a"},{"type":"b"}]""", "\"instance_type\":\"c\",", "a;b")]
    [DataRow("""[{"type":"dedicated_resource"},{"type":"b"}]""", "", "b")]
    [DataRow("""[{"type":"dedicated_resource","capacity":2}]""", "", null)]
    public void A_list_of_types_that_says_more_is_checked_and_kept_whole(string list, string beside, string? types)
    {
        string json = $$"""{"metadata":{"name":"a_b","instance":1,"resource":"eas-r-a"},"containers":[{"image":"r/i:1","port":8000,"script":"s"}],"cloud":{"computing":{ {{beside}} "instances":{{list}} } } }""";
        ServiceItem item = Read(json);

        Assert.AreEqual(types, item.Find("InstanceType")?.Text);
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Write(item))), Write(item));
    }

    [TestMethod]
    public void A_list_that_begins_in_the_group_is_read_as_the_types_behind_it()
    {
        ServiceItem item = Read("""{"metadata":{"name":"a_b","resource":"eas-r-a"},"cloud":{"computing":{"instances":[{"type":"dedicated_resource"},{"type":"b"}]}}}""");

        Assert.IsTrue(item.SpillsOver);
        Assert.AreEqual("b", item.Find("InstanceType")!.Text);
    }

    [TestMethod]
    public void Every_container_keeps_its_variables()
    {
        const string Json = """
            {"metadata":{"name":"a_b","instance":1},"containers":[
              {"image":"r/i:1","port":8000,"script":"s","env":[{"name":"A","value":"1"}]},
              {"image":"r/j:1","port":8001,"script":"s","env":[{"name":"B","value":"2"}]}]}
            """;

        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(Json), JsonNode.Parse(Write(Read(Json)))), Write(Read(Json)));
    }

    [TestMethod]
    public void The_readiness_check_is_written_under_its_first_name()
    {
        const string Json = """{"metadata":{"name":"a_b"},"containers":[{"image":"r/i:1","port":8000,"script":"s","readiness_check":{"tcp_socket":{"port":8000}}}]}""";
        JsonNode container = JsonNode.Parse(Write(Read(Json)))!["containers"]![0]!;

        Assert.IsNotNull(container["health_check"]);
        Assert.IsNull(container["readiness_check"]);
        Assert.IsEmpty(Findings(Json, "EAS8015"));
    }

    [TestMethod]
    public void A_value_in_its_second_place_does_not_count_beside_the_first()
    {
        const string Json = """{"metadata":{"name":"a_b","eas":{"termination_grace_period":60}},"runtime":{"termination_grace_period":90}}""";
        JsonNode written = JsonNode.Parse(Write(Read(Json)))!;

        Assert.AreEqual("""{"termination_grace_period":90}""", written["runtime"]!.ToJsonString());
        Assert.IsNull(written["metadata"]!["eas"]);
        StringAssert.Contains(Assert.ContainsSingle(Findings(Json, "EAS8015")).Message, "which is set too and counts. Remove it.");
    }

    [TestMethod]
    public void What_came_in_a_section_is_found_at_its_own_place()
    {
        const string Json = "{\"metadata\":{\"name\":\"a_b\",\"autoscaler\":{\n\"min\":3,\n\"max\":3,\n\"strategies\":{\n\"cpu\":120}}}}";

        Assert.AreEqual(3, Assert.ContainsSingle(Findings(Json, "EAS5202")).Location.Line);
        Assert.AreEqual(5, Assert.ContainsSingle(Findings(Json, "EAS5005")).Location.Line);
    }

    [TestMethod]
    public void No_list_of_types_is_the_same_as_none()
    {
        const string Json = """{"metadata":{"name":"a_b"},"cloud":{"computing":{"instance_type":"ecs.c7.large","instances":null}}}""";

        Assert.AreEqual("""{"instance_type":"ecs.c7.large"}""", JsonNode.Parse(Write(Read(Json)))!["cloud"]!["computing"]!.ToJsonString());
        Assert.IsEmpty(Findings(Json, "EAS8012"));
    }

    [TestMethod]
    public void A_scalar_of_another_type_is_told_once_and_judged_as_it_was_meant()
    {
        const string Json = """{"metadata":{"name":"a_b","instance":"2","resource":"eas-r-a","cpu":"8","memory":"32000","workspace_id":312319}}""";

        Assert.AreEqual(4, Findings(Json, "EAS8012").Count());
        Assert.IsEmpty(Findings(Json, "EAS3240"));
        Assert.AreEqual("312319", Read(Json).Find("Workspace")!.Text);
    }

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
