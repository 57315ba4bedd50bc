using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3001ReplicasRangeTests
{
    [TestMethod]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("1.5")]
    [DataRow("two")]
    [DataRow("9999999999")]
    public void What_is_no_number_of_instances_is_refused(string replicas)
    {
        TestService service = TestService.Valid.With("Replicas", replicas);
        Diagnostic finding = service.Finding("EAS3001");
        Assert.AreEqual(service.LineOf("Replicas"), finding.Location.Line);
        StringAssert.EndsWith(finding.Message, "Set Replicas=\"1\".");
    }

    [TestMethod]
    [DataRow("1")]
    [DataRow("100")]
    public void One_and_more_pass(string replicas) => Assert.IsEmpty(TestService.Valid.With("Replicas", replicas).Findings("EAS3001"));
}
