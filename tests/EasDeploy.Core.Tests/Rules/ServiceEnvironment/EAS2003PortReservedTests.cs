using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2003PortReservedTests
{
    [TestMethod]
    [DataRow("8080")]
    [DataRow("9090")]
    public void The_two_ports_of_EAS_are_refused(string port)
    {
        TestService service = TestService.Valid.With("Port", port);
        Diagnostic finding = service.Finding("EAS2003");
        Assert.AreEqual(service.LineOf("Port"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "Set Port=\"8000\"");
    }

    [TestMethod]
    [DataRow("8081")]
    [DataRow("9091")]
    [DataRow("80")]
    public void Their_neighbours_pass(string port) => Assert.IsEmpty(TestService.Valid.With("Port", port).Findings("EAS2003"));
}
