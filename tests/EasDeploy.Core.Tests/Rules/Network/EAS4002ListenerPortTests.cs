using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4002ListenerPortTests
{
    [TestMethod]
    [DataRow("8080", "listens on port 8080, which EAS uses itself")]
    [DataRow("0", "has the Port '0', which is not a number from 1 to 65535")]
    [DataRow("65536", "not a number from 1 to 65535")]
    [DataRow("http", "has the Port 'http'")]
    public void A_port_that_is_none_or_reserved_is_refused(string port, string reason)
    {
        TestService service = TestService.Valid.InNetwork().WithListener("default", ("Port", port), ("NetType", "intranet"));
        Diagnostic finding = service.Finding("EAS4002");
        Assert.AreEqual(50, finding.Location.Line);
        StringAssert.Contains(finding.Message, "EasNlbListener 'default' " + (reason.StartsWith("not", StringComparison.Ordinal) ? "has" : reason));
        StringAssert.Contains(finding.Message, reason);
    }

    [TestMethod]
    public void A_listener_without_a_port_would_listen_on_all_of_them()
    {
        TestService service = TestService.Valid.InNetwork().WithListener("default");
        Diagnostic finding = service.Finding("EAS4002");
        Assert.AreEqual(50, finding.Location.Line);
        StringAssert.Contains(finding.Message, "has no Port. Set Port=\"9090\"");
    }

    [TestMethod]
    [DataRow("9090")]
    [DataRow("80")]
    [DataRow("1")]
    [DataRow("65535")]
    public void Other_ports_pass(string port) => Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", port)).Findings("EAS4002"));
}
