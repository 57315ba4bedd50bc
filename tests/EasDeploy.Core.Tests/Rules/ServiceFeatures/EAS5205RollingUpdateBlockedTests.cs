using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5205RollingUpdateBlockedTests
{
    [TestMethod]
    public void No_room_at_all_is_refused()
    {
        TestService service = TestService.Valid.With("MaxSurge", "0%").With("MaxUnavailable", "0");
        Diagnostic finding = service.Finding("EAS5205");
        Assert.AreEqual(service.LineOf("MaxSurge"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "MaxSurge '0%' and MaxUnavailable 0");
    }

    [TestMethod]
    public void Room_on_one_side_passes()
    {
        Assert.IsEmpty(TestService.Valid.With("MaxSurge", "1%").With("MaxUnavailable", "0").Findings("EAS5205"));
        Assert.IsEmpty(TestService.Valid.With("MaxSurge", "0%").With("MaxUnavailable", "1").Findings("EAS5205"));
        Assert.IsEmpty(TestService.Valid.With("MaxUnavailable", "0").Findings("EAS5205"));
    }
}
