using System.Text;
using System.Text.Json;
using EasDeploy.Aliyun.Signing;

namespace EasDeploy.Aliyun.Tests.Signing;

[TestClass]
public sealed class Acs3SignatureTests
{
    [TestMethod]
    [DataRow("A")]
    [DataRow("B")]
    [DataRow("C")]
    [DataRow("D")]
    [DataRow("H")]
    public void A_known_request_gets_its_known_signature(string id)
    {
        JsonElement vector = SignatureVectors.Of(id);
        SortedDictionary<string, string> headers = new(StringComparer.Ordinal);
        foreach ((string name, string value) in vector.Pairs("headers"))
        {
            headers.Add(name, value);
        }

        string body = vector.GetProperty("body").GetString() ?? "";
        string canonical = Acs3Signature.CanonicalRequest(
            vector.Text("method"),
            vector.Text("path"),
            PercentEncoding.Query(vector.Pairs("query")),
            headers,
            Acs3Signature.Hash(Encoding.UTF8.GetBytes(body)));
        string authorization = Acs3Signature.Authorization(
            vector.Text("accessKeyId"), vector.Text("accessKeySecret"), headers.Keys, canonical);

        Assert.AreEqual(vector.Text("canonicalRequest"), canonical);
        Assert.AreEqual(vector.Text("stringToSign"), Acs3Signature.StringToSign(canonical));
        Assert.AreEqual(vector.Text("authorization"), authorization);
    }

    [TestMethod]
    public void Query_pairs_are_sorted_by_raw_key_and_fully_escaped()
    {
        KeyValuePair<string, string>[] fields = [new("b", "x y"), new("B", "*!'()~"), new("a", ""), new("ü", "+&=/")];

        Assert.AreEqual("B=%2A%21%27%28%29~&a=&b=x%20y&%C3%BC=%2B%26%3D%2F", PercentEncoding.Query(fields));
    }
}
