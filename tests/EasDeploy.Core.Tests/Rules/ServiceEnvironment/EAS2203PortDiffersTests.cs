using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2203PortDiffersTests
{
    [TestMethod]
    [DataRow("vllm serve /model_dir --port 9000", null, "Write --port 8000 in Script, or set Port=\"9000\".")]
    [DataRow("vllm serve /model_dir --port=9000", "8001", "Write --port 8001 in Script, or set Port=\"9000\".")]
    [DataRow("server -p 9000", null, "Write --port 8000 in Script, or set Port=\"9000\".")]
    [DataRow("vllm serve /model_dir --port 8080", null, "Write --port 8000 in Script.")]
    [DataRow("vllm serve /model_dir --port 0", null, "Write --port 8000 in Script.")]
    public void A_script_on_another_port_is_refused(string script, string? port, string repair)
    {
        TestService service = port is null ? TestService.Valid.With("Script", script) : TestService.Valid.With("Script", script).With("Port", port);
        Diagnostic finding = service.Finding("EAS2203");
        Assert.AreEqual(service.LineOf("Script"), finding.Location.Line);
        StringAssert.EndsWith(finding.Message, repair);
    }

    [TestMethod]
    public void A_command_is_read_too() =>
        StringAssert.Contains(TestService.Valid.With("Command", "serve --port 9000").Finding("EAS2203").Message, "Command listens on port 9000");

    [TestMethod]
    [DataRow("vllm serve /model_dir --port 8000")]
    [DataRow("vllm serve /model_dir --port $LISTENING_PORT")]
    [DataRow("metrics --port 9100 & vllm serve /model_dir --port 8000")]
    [DataRow("vllm serve /model_dir --port 8000 & metrics --port 9100")]
    [DataRow("vllm serve /model_dir --report 9000 --http-port 9000")]
    [DataRow("vllm serve /model_dir")]
    public void The_same_port_or_none_passes(string script) => Assert.IsEmpty(TestService.Valid.With("Script", script).Findings("EAS2203"));

    [TestMethod]
    public void A_reserved_port_is_told_alone()
    {
        TestService service = TestService.Valid.With("Script", "vllm serve /model_dir --port 8000").With("Port", "8080");
        Assert.IsEmpty(service.Findings("EAS2203"));
        Assert.ContainsSingle(service.Findings("EAS2003"));
    }

    [TestMethod]
    public void A_port_that_cannot_be_read_is_reported_once()
    {
        TestService service = TestService.Valid.With("Script", "vllm serve /model_dir --port 9000").With("Port", "9000x");
        Assert.IsEmpty(service.Findings("EAS2203"));
        Assert.ContainsSingle(service.Findings("EAS2002"));
    }
}
