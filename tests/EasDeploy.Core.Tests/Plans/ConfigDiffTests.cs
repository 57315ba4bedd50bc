using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EasDeploy.Plans;

namespace EasDeploy.Core.Tests.Plans;

[TestClass]
public sealed class ConfigDiffTests
{
    /// <param name="expected">Lines of <see cref="PlanText.Line"/>, joined by <c> | </c>; empty = no difference.</param>
    [TestMethod]
    [DataRow("""{"name":"a"}""", """{"metadata":{"name":"a"}}""", "")]
    [DataRow("""{"metadata":{"name":"a","instance":1}}""", """{"metadata":{"name":"a"}}""", "")]
    [DataRow("""{"metadata":{"rpc":{"keepalive":9000}}}""", """{"rpc":{"keepalive":9000,"io_threads":4}}""", "")]
    [DataRow("""{"metadata":{"rpc":{"keepalive":9000}}}""", """{"rpc":{"keepalive":5000}}""", "~ /metadata/rpc/keepalive: 5000 → 9000")]
    [DataRow("""{"runtime":{"termination_grace_period":60}}""", """{"metadata":{"eas.termination_grace_period":60}}""", "")]
    [DataRow("""{"networking":{"nlb":[{"id":"default","net_type":"intranet"}]}}""", """{"networking":{"nlb":[{"id":"default","netType":"intranet"}]}}""", "")]
    [DataRow("""{"metadata":{"instance":1}}""", """{"metadata":{"instance":3}}""", "- /metadata/instance: 3  ⚠ fewer instances serve afterwards")]
    [DataRow("""{"metadata":{"instance":2}}""", """{"metadata":{"instance":3}}""", "~ /metadata/instance: 3 → 2  ⚠ fewer instances serve afterwards")]
    [DataRow("""{"metadata":{"instance":4}}""", """{"metadata":{"instance":3}}""", "~ /metadata/instance: 3 → 4")]
    [DataRow("""{"autoscaler":{"min":1,"max":8}}""", """{"metadata":{"instance":5},"autoscaler":{"min":1,"max":8}}""", "")]
    [DataRow("""{"metadata":{"instance":3},"autoscaler":{"min":1,"max":8}}""", """{"metadata":{"instance":1},"autoscaler":{"min":1,"max":8}}""", "")]
    [DataRow("""{"metadata":{"instance":3},"autoscaler":{"min":2,"max":8}}""", """{"metadata":{"instance":1},"autoscaler":{"min":2,"max":8}}""", "+ /metadata/instance: 3")]
    [DataRow("""{}""", """{"metadata":{"disable_internet_endpoint":true}}""",
        "- /metadata/disable_internet_endpoint: true  ⚠ the service can be reached from the internet afterwards")]
    [DataRow("""{"metadata":{}}""", """{"networking":{"disable_internet_endpoint":true},"metadata":{"name":"a"}}""",
        "- /metadata/name: \"a\" | - /metadata/disable_internet_endpoint: true  ⚠ the service can be reached from the internet afterwards")]
    [DataRow("""{"networking":{"nlb":[{"id":"n","net_type":"internet"}]}}""", """{"networking":{"nlb":[{"id":"n","net_type":"intranet"}]}}""",
        "~ /networking/nlb/0/net_type: \"intranet\" → \"internet\"  ⚠ a load balancer makes the service reachable from the internet")]
    [DataRow("""{"containers":[{"image":"i","env":[{"name":"A","value":"1"},{"name":"B","value":"2"}]}]}""",
        """{"containers":[{"image":"i","env":[{"name":"B","value":"3"},{"name":"A","value":"1"}]}]}""", "~ /containers/0/env/1/value: \"3\" → \"2\"")]
    [DataRow("""{"containers":[{"env":[{"name":"API_KEY","value":"new"}]}]}""", """{"containers":[{"env":[{"name":"API_KEY","value":"old"}]}]}""",
        "~ /containers/0/env/0/value: \"***\" → \"***\"")]
    [DataRow("""{"storage":[{"mount_path":"/a","oss":{"path":"oss://b/c/"}}]}""", """{"storage":[{"mount_path":"/a","oss":{"path":"oss://b/c/","readOnly":false}}]}""", "")]
    [DataRow("""{"storage":[{"mount_path":"/a","empty_dir":{}}]}""", """{"storage":[{"mount_path":"/a"}]}""", "+ /storage/0/empty_dir: {}")]
    [DataRow("""{"token":"new"}""", """{"credential":{"token":"old"}}""", "~ /token: \"***\" → \"***\"")]
    [DataRow("""{"autoscaler":{"scaleStrategies":[{"metricName":"qps","threshold":10}]}}""",
        """{"autoscaler":{"scaleStrategies":[{"metricName":"QPS","threshold":10.0}]}}""", "")]
    public void A_difference_is_what_means_something_else(string wanted, string live, string expected)
    {
        ImmutableArray<ConfigChange> changes = ConfigDiff.Compare(
            JsonNode.Parse(wanted)!.AsObject(), JsonNode.Parse(live)!.AsObject(), new SecretMask(new HashSet<string>()));

        Assert.AreEqual(expected, string.Join(" | ", changes.Select(PlanText.Line)));
    }

    [TestMethod]
    public void The_value_of_a_referenced_variable_is_never_shown()
    {
        ImmutableArray<ConfigChange> changes = ConfigDiff.Compare(
            JsonNode.Parse("""{"containers":[{"env":[{"name":"PLAIN","value":"canary-1"}]}]}""")!.AsObject(),
            JsonNode.Parse("""{"containers":[{}]}""")!.AsObject(),
            new SecretMask(new HashSet<string> { "PLAIN" }));

        Assert.HasCount(1, changes);
        Assert.DoesNotContain("canary-1", changes[0].ToString());
    }
}
