using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3105ResourceGroupUnknownTests
{
    private static TestService InGroup(string group) => TestService.Valid.Without("InstanceType").With("ResourceGroup", group);

    [TestMethod]
    [DataRow("producton", "is not in the region's list", "production")]
    [DataRow("eas-r-d29k8ytqxzxmqi7l0x", "is not in the region's list", "eas-r-d29k8ytqxzxmqi7l0s")]
    [DataRow("nobody's", "is not in the region's list", "production")]
    [DataRow("staging", "is ResourceCreating, not ResourceReady", "production")]
    public void A_group_that_cannot_be_used_is_refused(string group, string reason, string offer)
    {
        TestService service = InGroup(group);
        Diagnostic finding = service.Finding("EAS3105");
        Assert.AreEqual(service.LineOf("ResourceGroup"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"resource group '{group}' {reason}. Set ResourceGroup=\"{offer}\"");
    }

    [TestMethod]
    [DataRow("production")]
    [DataRow("eas-r-d29k8ytqxzxmqi7l0s")]
    public void A_ready_group_passes_by_name_and_by_id(string group) => Assert.IsEmpty(InGroup(group).Findings("EAS3105"));

    [TestMethod]
    public void Groups_that_were_not_asked_for_are_not_judged() =>
        Assert.IsEmpty(InGroup("nobody").Findings("EAS3105", TestCatalog.Queried with { ResourceGroups = null }));
}
