using EasDeploy.Catalogs;
using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

/// <summary>A list that begins in the dedicated group: the types behind it are judged like any, and the group like one that serves alone.</summary>
[TestClass]
public sealed class HybridResourcesTests
{
    private static readonly Catalog s_catalog = SeedCatalog.Queried with
    {
        ResourceGroups =
        [
            .. TestCatalog.ResourceGroups,
            new("eas-r-cpuonly0000000001", "cpu_pool", "Dedicated", "ResourceReady", 64, 12, 262144, 49152, 0, 0),
            new("eas-r-full0000000000001", "full_pool", "Dedicated", "ResourceReady", 96, 96, 753664, 753664, 8, 8),
        ],
    };

    [TestMethod]
    [DataRow("ecs.none.large", "EAS3102")]
    [DataRow("ecs.c7.2xlarge", "EAS3101")]
    [DataRow("ecs.gn7s-c8g1.2xlarge", "EAS3103")]
    public void A_type_behind_the_group_is_judged_at_its_own_entry(string type, string code) =>
        Assert.AreEqual(5, Assert.ContainsSingle(Findings(code, type)).Location.Line);

    [TestMethod]
    [DataRow("EAS3120", "eas-r-d29k8ytqxzxmqi7l0s", "-tp 4")]
    [DataRow("EAS3105", "eas-r-nosuch", "")]
    [DataRow("EAS3241", "eas-r-cpuonly0000000001", "")]
    public void The_group_and_the_command_are_judged_as_ever(string code, string group, string flags) =>
        Assert.ContainsSingle(Findings(code, "ecs.gn7i-c16g1.4xlarge", group, flags));

    [TestMethod]
    [DataRow("EAS3201")]
    [DataRow("EAS3102")]
    [DataRow("EAS3110")]
    [DataRow("EAS3125")]
    public void A_list_in_order_passes(string code) => Assert.IsEmpty(Findings(code, "ecs.gn7i-c16g1.4xlarge"));

    [TestMethod]
    public void A_full_group_spills_over() => Assert.IsEmpty(Findings("EAS3125", "ecs.gn7i-c16g1.4xlarge", "eas-r-full0000000000001"));

    [TestMethod]
    [DataRow("true", 0)]
    [DataRow("false", 1)]
    public void A_group_that_may_burst_is_not_too_small(string burstable, int findings) => Assert.HasCount(findings, DocumentTest.Findings(
        "EAS3125",
        $$"""{"metadata":{"name":"a_b","instance":1,"resource":"eas-r-full0000000000001","cpu":8,"memory":32000,"gpu":1,"resource_burstable":{{burstable}} } }""",
        s_catalog));

    private static IReadOnlyList<Diagnostics.Diagnostic> Findings(string code, string type, string group = "eas-r-d29k8ytqxzxmqi7l0s", string flags = "") => DocumentTest.Findings(
        code,
        $$$"""
        {"metadata":{"name":"a_b","instance":1,"resource":"{{{group}}}","cpu":8,"memory":32000,"gpu":1},
        "containers":[{"image":"eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu","port":8000,"script":"vllm serve /m --port 8000 {{{flags}}}"}],
        "cloud":{"computing":{"instances":[
        {"type":"dedicated_resource","capacity":2},
        {"type":"{{{type}}}","spot_price_limit":1.5}]}
        }}
        """,
        s_catalog);
}
