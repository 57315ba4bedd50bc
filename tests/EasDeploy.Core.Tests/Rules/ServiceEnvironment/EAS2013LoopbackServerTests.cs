using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2013LoopbackServerTests
{
    [TestMethod]
    [DataRow("vllm serve /model_dir --host 127.0.0.1 --port 8000", "--host 0.0.0.0")]
    [DataRow("python serve.py --host=localhost", "--host 0.0.0.0")]
    [DataRow("python main.py --listen 127.0.0.1", "--listen 0.0.0.0")]
    public void A_server_bound_to_the_container_alone_is_reported(string script, string repair)
    {
        TestService service = TestService.Valid.With("Script", script);
        Diagnostic finding = service.Finding("EAS2013");
        Assert.AreEqual(service.LineOf("Script"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Write '{repair}'");
    }

    [TestMethod]
    [DataRow("vllm serve /model_dir --host 0.0.0.0")]
    [DataRow("serve --host localhost.example.com")]
    [DataRow("curl http://127.0.0.1/ && serve")]
    public void Other_addresses_pass(string script) => Assert.IsEmpty(TestService.Valid.With("Script", script).Findings("EAS2013"));
}
