using System.Text.Json;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Tests.Transports;

[TestClass]
public sealed class AnswerFieldsTests
{
    [TestMethod]
    [DataRow("""{"\ud800a":1,"Name":"x"}""", "x")]
    [DataRow("""{"Name":"x","\ud800a":1}""", "x")]
    [DataRow("""{"Name":"x","\ud800a":1,"Name":"y"}""", "y")]
    [DataRow("""{"\ud800a":1}""", null)]
    [DataRow("""{"Name":"\ud800a"}""", """\ud800a""")]
    [DataRow("""[]""", null)]
    public void Half_a_surrogate_pair_hides_no_other_field(string answer, string? expected)
    {
        using JsonDocument document = JsonDocument.Parse(answer);

        Assert.AreEqual(expected, document.RootElement.Text("Name"));
    }
}
