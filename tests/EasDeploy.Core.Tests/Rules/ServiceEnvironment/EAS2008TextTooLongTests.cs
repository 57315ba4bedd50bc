using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2008TextTooLongTests
{
    private const int Limit = 128 * 1024;

    [TestMethod]
    public void A_text_over_the_limit_is_named_and_not_repeated()
    {
        TestService service = TestService.Valid.With("Script", new string('x', 10 * 1024 * 1024));
        Diagnostic finding = service.Finding("EAS2008");
        Assert.AreEqual(service.LineOf("Script"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "Script has 10485760 bytes; 131072 are allowed");
        Assert.IsLessThan(400, finding.Message.Length);
    }

    [TestMethod]
    public void The_limit_itself_is_allowed() => Assert.IsEmpty(TestService.Valid.With("Script", new string('x', Limit)).Findings("EAS2008"));

    [TestMethod]
    public void Bytes_count_not_characters() => Assert.ContainsSingle(TestService.Valid.With("Script", new string('模', Limit / 2)).Findings("EAS2008"));

    [TestMethod]
    [DataRow("vllm\0serve", "\\u0000", 5)]
    [DataRow("\u001b[31m", "\\u001b", 1)]
    [DataRow("ab\u007f", "\\u007f", 3)]
    [DataRow("ab\u0085", "\\u0085", 3)]
    public void A_control_character_is_named_with_its_position(string script, string shown, int position)
    {
        Diagnostic finding = TestService.Valid.With("Script", script).Finding("EAS2008");
        StringAssert.Contains(finding.Message, FormattableString.Invariant($"Script has the control character {shown} at position {position}"));
        Assert.IsFalse(finding.Message.Any(char.IsControl));
    }

    [TestMethod]
    [DataRow("cd /app\n\tpython main.py\r\n")]
    [DataRow("echo 模型 \U0001F600")]
    public void Line_breaks_tabs_and_any_letters_pass(string script) => Assert.IsEmpty(TestService.Valid.With("Script", script).Findings("EAS2008"));

    [TestMethod]
    public void Attached_items_are_read_too()
    {
        TestService service = TestService.Valid
            .WithVariable("HF_HOME", ("Value", "a\0"))
            .WithVariable("BAD\u0001", ("Value", "a"));
        string[] messages = [.. service.Findings("EAS2008").Select(finding => finding.Message)];
        Assert.HasCount(2, messages);
        StringAssert.Contains(messages[0], "Value of EasEnvironmentVariable 'HF_HOME' has");
        StringAssert.Contains(messages[1], "name of EasEnvironmentVariable has");
    }
}
