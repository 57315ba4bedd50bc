namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3109GroupNotDedicatedTests
{
    [TestMethod]
    [DataRow("idc_cluster")]
    [DataRow("eas-r-selfmanaged000001")]
    public void What_is_wrong_is_told(string group) => Assert.AreEqual(
        "service 'qwen_chat': resource group 'idc_cluster' is of type SelfManaged, and only dedicated groups are sure to take services. Set ResourceGroup to production.",
        TestService.Valid.Without("InstanceType").With("ResourceGroup", group).With("Gpu", "1").Finding("EAS3109").Message);

    [TestMethod]
    [DataRow("production")]
    [DataRow("no_such_group")]
    public void A_dedicated_group_and_one_that_is_not_known_pass(string group) =>
        Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", group).With("Gpu", "1").Findings("EAS3109"));
}
