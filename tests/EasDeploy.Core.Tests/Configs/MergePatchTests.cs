using System.Text.Json.Nodes;

namespace EasDeploy.Configs;

/// <summary>The examples of RFC 7396, appendix A, that patch an object with an object.</summary>
[TestClass]
public sealed class MergePatchTests
{
    [TestMethod]
    [DataRow("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [DataRow("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [DataRow("""{"a":"b"}""", """{"a":null}""", "{}")]
    [DataRow("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [DataRow("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [DataRow("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [DataRow("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [DataRow("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [DataRow("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [DataRow("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    public void A_patch_is_laid_over_a_document(string target, string patch, string merged)
    {
        JsonObject before = JsonNode.Parse(target)!.AsObject();
        JsonObject laid = JsonNode.Parse(patch)!.AsObject();
        Assert.AreEqual(merged, MergePatch.Apply(before, laid).ToJsonString());
        Assert.AreEqual(target, before.ToJsonString(), "the document itself is not changed");
        Assert.AreEqual(patch, laid.ToJsonString(), "nor is the patch");
    }
}
