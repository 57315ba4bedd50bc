using System.Text.Json;
using EasDeploy.Aliyun.Signing;

namespace EasDeploy.Aliyun.Tests.Signing;

[TestClass]
public sealed class Oss4SignatureTests
{
    [TestMethod]
    [DataRow("E")]
    [DataRow("F")]
    public void A_known_request_gets_its_known_signature(string id)
    {
        JsonElement vector = SignatureVectors.Of(id);
        SortedDictionary<string, string> headers = new(StringComparer.Ordinal);
        foreach ((string name, string value) in vector.Pairs("headers"))
        {
            headers.Add(name, value);
        }

        string time = headers["x-oss-date"];
        string canonical = Oss4Signature.CanonicalRequest(
            vector.Text("method"), vector.Text("canonicalUri"), Oss4Signature.Query(vector.Pairs("query")), headers);

        Assert.AreEqual(vector.Text("canonicalRequest"), canonical);
        Assert.AreEqual(vector.Text("stringToSign"), Oss4Signature.StringToSign(time, "cn-hangzhou", canonical));
        Assert.AreEqual(
            vector.Text("authorization"),
            Oss4Signature.Authorization(vector.Text("accessKeyId"), vector.Text("accessKeySecret"), time, "cn-hangzhou", canonical));
    }

    [TestMethod]
    public void An_empty_value_loses_its_equals_sign() =>
        Assert.AreEqual("a%2Fb&location&z=1", Oss4Signature.Query([new("z", "1"), new("location", ""), new("a/b", "")]));
}
