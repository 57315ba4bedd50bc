using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5202AutoscaleRangeTests
{
    [TestMethod]
    [DataRow("4", "4")]
    [DataRow("5", "2")]
    [DataRow("", "1")]
    public void Bounds_that_leave_no_room_are_refused(string min, string max)
    {
        TestService service = TestService.Valid.With("AutoscaleMin", min).With("AutoscaleMax", max);
        Diagnostic finding = service.Finding("EAS5202");
        Assert.AreEqual(service.LineOf("AutoscaleMax"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"AutoscaleMax {max} is not more than AutoscaleMin {(min.Length == 0 ? "1" : min)}");
    }

    [TestMethod]
    public void One_more_is_enough() =>
        Assert.IsEmpty(TestService.Valid.With("AutoscaleMin", "4").With("AutoscaleMax", "5").Findings("EAS5202"));
}
