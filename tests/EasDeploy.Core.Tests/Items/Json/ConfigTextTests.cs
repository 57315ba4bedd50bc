using System.Text;
using EasDeploy.Diagnostics;

namespace EasDeploy.Items.Json;

[TestClass]
public sealed class ConfigTextTests
{
    [TestMethod]
    [DataRow("", 3, 2)]
    [DataRow("/a", 3, 9)]
    [DataRow("/list/1", 5, 3)]
    [DataRow("/list/1/b~1c~0d", 5, 14)]
    [DataRow("/letters", 6, 16)]
    [DataRow("/after", 6, 37)]
    [DataRow("/list/7/none", 4, 12)]
    public void Every_value_has_its_place(string pointer, int line, int column)
    {
        const string Text = "\n\n { \"a\": 1,\n   \"list\": [0,\n  {\"b/c~d\" : \"x\"}],\n   \"letters\" : \"größer 🚀\", \"after\":2 }\n";
        ConfigText text = Parse(Text).Text!;

        Assert.AreEqual(new SourceLocation("f.json", line, column), text.At(pointer));
    }

    [TestMethod]
    public void The_place_of_a_name_is_another_one() => Assert.AreEqual(new SourceLocation("f.json", 1, 3), Parse("""{ "name": 1 }""").Text!.NameAt("/name"));

    [TestMethod]
    [DataRow("", 1, 1, "is no JSON")]
    [DataRow("[]", 1, 1, "no JSON object")]
    [DataRow("{\n  // why\n}", 2, 3, "is no JSON")]
    [DataRow("{\"a\":1,}", 1, 8, "is no JSON")]
    [DataRow("{\"größer\":1,\"b\":x}", 1, 17, "is no JSON")]
    [DataRow("{\"a\":1}{", 1, 8, "is no JSON")]
    [DataRow("{\n \"a\":1,\n \"b\":{\"c\":1,\"c\":2}}", 3, 13, "the key 'c' twice")]
    [DataRow("{\"a\":\"\\ud800\"}", 1, 6, "no Unicode text")]
    [DataRow("{\"a\":", 1, 6, "is no JSON")]
    public void What_is_no_document_is_told_at_its_place(string json, int line, int column, string reason)
    {
        Diagnostic failure = Parse(json).Failure!;

        Assert.AreEqual(("EAS8011", line, column), (failure.Code, failure.Location.Line, failure.Location.Column), failure.Message);
        StringAssert.Contains(failure.Message, reason);
    }

    [TestMethod]
    public void Depth_is_limited() => Assert.AreEqual("EAS8011", Parse(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))).Failure!.Code);

    [TestMethod]
    public void Bytes_that_are_no_text_are_told() =>
        Assert.AreEqual("EAS8011", ConfigText.Parse([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}'], null).Failure!.Code);

    [TestMethod]
    public void Digits_stay_as_written() => Assert.AreEqual("1.50e3", Parse("""{"a":1.50e3}""").Text!.Root["a"]!.ToJsonString());

    private static (ConfigText? Text, Diagnostic? Failure) Parse(string json) => ConfigText.Parse(Encoding.UTF8.GetBytes(json), "f.json");
}
