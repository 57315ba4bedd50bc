using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2201ScriptAndCommandTests
{
    [TestMethod]
    public void Both_at_once_is_an_error_at_the_command()
    {
        TestService service = TestService.Valid.With("Script", "vllm serve /model_dir --port 8000").With("Command", "serve");
        Diagnostic finding = service.Finding("EAS2201");
        Assert.AreEqual(service.LineOf("Command"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "Remove Command=\"serve\"");
    }

    [TestMethod]
    [DataRow("Script")]
    [DataRow("Command")]
    public void One_of_them_passes(string metadata) => Assert.IsEmpty(TestService.Valid.With(metadata, "serve --port 8000").Findings("EAS2201"));
}
