using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.BasicInfo;

[TestClass]
public sealed class EAS1001ServiceNameCharactersTests
{
    [TestMethod]
    [DataRow("Qwen-Chat", "'Q', '-', 'C'", "qwen_chat")]
    [DataRow("my-vllm-service", "'-'", "my_vllm_service")]
    [DataRow("qwen chat!", "' ', '!'", "qwen_chat_")]
    [DataRow("../x", "'.', '/'", "service_x")]
    [DataRow("../../etc/passwd", "'.', '/'", "etc_passwd")]
    [DataRow("C:\\temp", "'C', ':', '\\'", "c_temp")]
    [DataRow("qwen\0", "'\\u0000'", "qwen_")]
    [DataRow("qwen\u202echat", "'\\u202e'", "qwen_chat")]
    [DataRow("模型", "'模', '型'", "my_service")]
    [DataRow("chat\U0001F600bot", "'\U0001F600'", "chat_bot")]
    public void A_character_that_is_not_allowed_is_named_and_a_correct_name_offered(string name, string listed, string offer)
    {
        Diagnostic finding = TestService.Valid.Named(name).Finding("EAS1001");
        StringAssert.Contains(finding.Message, $"contains {listed}; only");
        StringAssert.EndsWith(finding.Message, $"Rename the service to '{offer}'.");
        Assert.AreEqual(TestService.ItemLine, finding.Location.Line);
        Assert.AreEqual(Severity.Error, finding.Severity);
    }

    [TestMethod]
    [DataRow("qwen_chat")]
    [DataRow("0_1")]
    [DataRow("___")]
    public void Lower_case_letters_digits_and_underscores_pass(string name) => Assert.IsEmpty(TestService.Valid.Named(name).Findings("EAS1001"));

    [TestMethod]
    public void At_most_ten_characters_are_listed()
    {
        Diagnostic finding = TestService.Valid.Named("ABCDEFGHIJKLM").Finding("EAS1001");
        StringAssert.Contains(finding.Message, "'I', 'J' and others; only");
        Assert.DoesNotContain("'K'", finding.Message);
    }

    [TestMethod]
    [DataRow("A")]
    [DataRow("--")]
    [DataRow("../x")]
    [DataRow("Ünïcode-Ñame")]
    [DataRow("X/y/../../../../z")]
    public void The_offered_name_is_itself_correct(string name)
    {
        TestService corrected = TestService.Valid.Named(CorrectedName.Of(name));
        Assert.IsEmpty(corrected.Check().Diagnostics);
    }

    [TestMethod]
    public void A_very_long_name_is_cut_to_the_longest_allowed() => Assert.AreEqual(63, CorrectedName.Of(new string('Q', 10_000_000)).Length);
}
