using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Tests.Output;

[TestClass]
public sealed class WordWrapTests
{
    private const string Long = "error EAS8050: 'delete qwen_chat' needs an answer, and there is no terminal to ask on. Add --yes.";

    [TestMethod]
    [DataRow("short", 80, "short")]
    [DataRow("one two three", 8, "one two\n  three")]
    [DataRow("a verylongwordthatstandsalone b", 10, "a\n  verylongwordthatstandsalone\n  b")]
    [DataRow("   repair of it", 11, "   repair\n  of it")]
    [DataRow("\u6A21\u578B \u6A21\u578B \u6A21\u578B", 9, "\u6A21\u578B \u6A21\u578B\n  \u6A21\u578B")]
    [DataRow("\u001b[31merror\u001b[39m a b c", 11, "\u001b[31merror\u001b[39m a b c")]
    [DataRow("{\n  \"script\": \"a long one\"\n}", 10, "{\n  \"script\": \"a long one\"\n}")]
    [DataRow("look with 'dotnet eas status x'; or", 12, "look with\n  'dotnet eas status x';\n  or")]
    [DataRow("look with 'dotnet eas status x", 12, "look with\n  'dotnet\n  eas status\n  x")]
    public void A_line_is_broken_between_words(string text, int width, string expected) => Assert.AreEqual(expected, WordWrap.Of(text, width));

    [TestMethod]
    public void No_word_is_lost_or_cut_at_any_width()
    {
        for (int width = 1; width < Long.Length + 2; width++)
        {
            string[] lines = WordWrap.Of(Long, width).Split('\n');

            Assert.AreEqual(Long, string.Join(' ', lines.Select(line => line.Trim())));
            Assert.IsTrue(lines.All(line => line.Length <= width || !line.Trim().Contains(' ', StringComparison.Ordinal)), string.Join('\n', lines));
        }
    }

    [TestMethod]
    public async Task A_finding_is_wrapped_on_a_terminal_and_whole_in_a_file()
    {
        string[] arguments = ["delete", "qwen_chat", "--endpoint", "http://127.0.0.1:1"];
        ToolRun terminal = await ToolRun.RunAsync(new ToolRun.Surroundings(Width: 40), TestContext.CancellationToken, arguments);
        ToolRun file = await ToolRun.RunAsync(TestContext.CancellationToken, arguments);

        Assert.AreEqual(Long + "\n", file.Error);
        Assert.AreEqual(WordWrap.Of(Long, 40) + "\n", terminal.Error);
    }

    public required TestContext TestContext { get; init; }
}
