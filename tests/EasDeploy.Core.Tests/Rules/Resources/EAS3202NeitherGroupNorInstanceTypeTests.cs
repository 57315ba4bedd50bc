using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3202NeitherGroupNorInstanceTypeTests
{
    [TestMethod]
    [DataRow("vllm:0.14.0-gpu", "ecs.gn7i-c16g1.4xlarge")]
    [DataRow("pai-rag:0.4.3", "ecs.c6.large")]
    [DataRow("vllm:0.14.0-xpu", "ecs.egs1-c8x1.2xlarge")]
    public void A_service_that_says_neither_gets_a_type_that_fits_its_image(string image, string offer)
    {
        Diagnostic finding = TestService.Valid.With("Image", image).Without("InstanceType").Finding("EAS3202");
        Assert.AreEqual(TestService.ItemLine, finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Set InstanceType=\"{offer}\"");
    }

    [TestMethod]
    public void A_list_without_a_name_is_no_type() => Assert.ContainsSingle(TestService.Valid.With("InstanceType", " ; ").Findings("EAS3202"));

    [TestMethod]
    public void The_rule_needs_no_catalog() =>
        Assert.ContainsSingle(TestService.Valid.Without("InstanceType").Findings("EAS3202", TestCatalog.NotQueried));

    [TestMethod]
    public void A_type_or_a_group_passes()
    {
        Assert.IsEmpty(TestService.Valid.Findings("EAS3202"));
        Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").Findings("EAS3202"));
    }
}
