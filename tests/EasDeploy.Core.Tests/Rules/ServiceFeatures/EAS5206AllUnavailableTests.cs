using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5206AllUnavailableTests
{
    [TestMethod]
    public void As_many_as_there_are_is_reported()
    {
        TestService service = TestService.Valid.With("MaxUnavailable", "2").With("Replicas", "2");
        Diagnostic finding = service.Finding("EAS5206");
        Assert.AreEqual(service.LineOf("MaxUnavailable"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "lets an update stop all 2 instances at once. Set MaxUnavailable=\"1\"");
    }

    [TestMethod]
    public void One_that_goes_on_serving_is_enough()
    {
        Assert.IsEmpty(TestService.Valid.With("MaxUnavailable", "1").With("Replicas", "2").Findings("EAS5206"));
        Assert.IsEmpty(TestService.Valid.With("MaxUnavailable", "0").Findings("EAS5206"));
    }
}
