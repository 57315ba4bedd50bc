using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2002PortRangeTests
{
    [TestMethod]
    [DataRow("0")]
    [DataRow("65536")]
    [DataRow("-1")]
    [DataRow("http")]
    [DataRow("8000.0")]
    [DataRow("8 000")]
    [DataRow("99999999999999999999")]
    public void What_is_no_port_number_is_refused(string port)
    {
        TestService service = TestService.Valid.With("Port", port);
        Diagnostic finding = service.Finding("EAS2002");
        Assert.AreEqual(service.LineOf("Port"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Port '{port}' is not");
    }

    [TestMethod]
    [DataRow("1")]
    [DataRow("65535")]
    [DataRow(" 8000 ")]
    public void Port_numbers_pass(string port) => Assert.IsEmpty(TestService.Valid.With("Port", port).Findings("EAS2002"));
}
