using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3102InstanceTypeUnknownTests
{
    [TestMethod]
    [DataRow("ecs.gn7i-c16g1.4xlrage", "ecs.gn7i-c16g1.4xlarge")]
    [DataRow("gn7i-c16g1.4xlarge", "ecs.gn7i-c16g1.4xlarge")]
    [DataRow("a-machine-with-a-big-gpu", "ecs.gn7i-c16g1.4xlarge")]
    public void An_unknown_type_gets_the_nearest_name(string type, string offer)
    {
        TestService service = TestService.Valid.With("InstanceType", type);
        Diagnostic finding = service.Finding("EAS3102");
        Assert.AreEqual(service.LineOf("InstanceType"), finding.Location.Line);
        StringAssert.EndsWith(finding.Message, $"'{type}' is not offered in cn-hangzhou. Set InstanceType to {offer}.");
    }

    [TestMethod]
    public void Only_the_unknown_entry_of_a_list_is_named()
    {
        TestService service = TestService.Valid.With("InstanceType", "ecs.gn7i-c16g1.4xlarge; ecs.gn7i-c8g1.2xlarg");
        StringAssert.Contains(service.Finding("EAS3102").Message, "'ecs.gn7i-c8g1.2xlarg'");
    }

    [TestMethod]
    public void Known_types_pass_and_nothing_is_said_without_a_catalog()
    {
        Assert.IsEmpty(TestService.Valid.Findings("EAS3102"));
        Assert.IsEmpty(TestService.Valid.With("InstanceType", "nobody").Findings("EAS3102", TestCatalog.NotQueried));
    }
}
