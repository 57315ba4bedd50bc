using System.Text;

namespace EasDeploy.Diagnostics;

[TestClass]
public sealed class AuthorTextTests
{
    [TestMethod]
    [DataRow("qwen_chat 模型 \U0001F600", "qwen_chat 模型 \U0001F600")]
    [DataRow("a\0b", "a\\u0000b")]
    [DataRow("a\r\n\tb", "a\\u000d\\u000a\\u0009b")]
    [DataRow("\u001b[31m", "\\u001b[31m")]
    [DataRow("a\u202eb", "a\\u202eb")]
    [DataRow("a\u2028b", "a\\u2028b")]
    [DataRow("", "")]
    public void Text_is_shown_on_one_line(string text, string shown) => Assert.AreEqual(shown, text.Shown());

    [TestMethod]
    public void A_long_text_is_cut_at_80_characters()
    {
        Assert.AreEqual(new string('x', 80), new string('x', 80).Shown());
        Assert.AreEqual(new string('x', 80) + "…", new string('x', 10_000_000).Shown());
    }

    [TestMethod]
    public void A_pair_of_surrogates_is_not_cut_in_two()
    {
        string shown = string.Concat(new string('x', 79), "\U0001F600").Shown();
        Assert.AreEqual(new string('x', 79) + "…", shown);
        Assert.AreEqual("�", "\ud800".Shown());
        Assert.AreEqual("\\u0000", AuthorText.Shown(new Rune('\0')));
    }
}
