using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.BasicInfo;

[TestClass]
public sealed class EAS1101WorkspaceUnknownTests
{
    [TestMethod]
    [DataRow("producton", "is not in the region's list", "production")]
    [DataRow("312318", "is not in the region's list", "312319")]
    [DataRow("somewhere else", "is not in the region's list", "312320")]
    [DataRow("old_team", "is DISABLED, not ENABLED", "312320")]
    [DataRow("312321", "is DISABLED, not ENABLED", "312320")]
    public void A_workspace_that_cannot_be_used_warns_and_offers_one_that_can(string workspace, string reason, string offer)
    {
        TestService service = TestService.Valid.With("Workspace", workspace);
        Diagnostic finding = service.Finding("EAS1101");
        StringAssert.Contains(finding.Message, $"workspace '{workspace}' {reason}. Set Workspace=\"{offer}\"");
        Assert.AreEqual(Severity.Warning, finding.Severity);
        Assert.AreEqual(service.LineOf("Workspace"), finding.Location.Line);
    }

    [TestMethod]
    [DataRow("312319")]
    [DataRow("production")]
    public void An_enabled_workspace_passes_by_id_and_by_name(string workspace) =>
        Assert.IsEmpty(TestService.Valid.With("Workspace", workspace).Findings("EAS1101"));

    [TestMethod]
    public void Nothing_is_said_when_the_account_has_no_workspaces() =>
        Assert.IsEmpty(TestService.Valid.With("Workspace", "nobody").Findings("EAS1101", TestCatalog.Queried with { Workspaces = [] }));
}
