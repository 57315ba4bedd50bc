using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2206CommandNeedsShellTests
{
    [TestMethod]
    [DataRow("cd /app && serve", "&&")]
    [DataRow("a; b", ";")]
    [DataRow("a | b", "|")]
    [DataRow("a\nb", "\\u000a")]
    [DataRow("echo $(hostname)", "$(")]
    public void Shell_words_in_a_command_are_refused(string command, string shown)
    {
        TestService service = TestService.Valid.With("Command", command);
        Diagnostic finding = service.Finding("EAS2206");
        Assert.AreEqual(service.LineOf("Command"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Command contains '{shown}'");
    }

    [TestMethod]
    [DataRow("vllm serve /model_dir --port 8000")]
    [DataRow("server --name $NAME")]
    public void A_plain_command_passes(string command) => Assert.IsEmpty(TestService.Valid.With("Command", command).Findings("EAS2206"));

    [TestMethod]
    public void A_script_may_use_them() => Assert.IsEmpty(TestService.Valid.With("Script", "cd /app && serve").Findings("EAS2206"));
}
