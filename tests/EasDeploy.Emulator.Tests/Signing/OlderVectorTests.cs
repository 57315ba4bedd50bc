using System.Text.Json;
using EasDeploy.Emulator.Oss;
using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Tests.Signing;

[TestClass]
public sealed class OlderVectorTests
{
    [TestMethod]
    [DataRow("E", null, "")]
    [DataRow("F", "examplebucket", "")]
    public void The_oss_vectors_are_reproduced(string id, string? bucket, string key)
    {
        using JsonDocument file = Vectors();
        JsonElement vector = Vector(file, id);
        var headers = vector.GetProperty("headers").EnumerateObject().ToDictionary(h => h.Name, h => new[] { h.Value.GetString()! });
        headers["host"] = ["127.0.0.1:5080"];
        string query = string.Join('&', vector.GetProperty("query").EnumerateObject().Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value.GetString()!)}"));
        var request = new WireRequest("GET", "/?" + query, headers, []);
        var target = new OssTarget(bucket, key);

        string toSign = OssV4.StringToSign(request, target, "cn-hangzhou");

        Assert.AreEqual(vector.GetProperty("canonicalRequest").GetString(), OssV4.CanonicalRequest(request, target));
        Assert.AreEqual(vector.GetProperty("stringToSign").GetString(), toSign);
        Assert.AreEqual(vector.GetProperty("signature").GetString(), OssV4.Sign("testAccessKeySecret", toSign, "cn-hangzhou"));
        Assert.AreEqual(("testAccessKeyId", vector.GetProperty("signature").GetString()!), OssV4.Parse(vector.GetProperty("authorization").GetString()!, "cn-hangzhou"));
    }

    [TestMethod]
    [DataRow("GET", "signatureForGET")]
    [DataRow("POST", "signatureForPOST")]
    public void The_older_rpc_vector_is_reproduced(string method, string field)
    {
        using JsonDocument file = Vectors();
        JsonElement vector = Vector(file, "G");
        (string, string)[] parameters = [.. vector.GetProperty("params").EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))];

        Assert.AreEqual(vector.GetProperty(field).GetString(), RpcV1Signature.Sign("testAccessKeySecret", RpcV1Signature.StringToSign(method, parameters)));
    }

    [TestMethod]
    [DataRow("/", "127.0.0.1:5080", null, "")]
    [DataRow("/models", "127.0.0.1:5080", "models", "")]
    [DataRow("/models/a%20b/c.json", "127.0.0.1:5080", "models", "a b/c.json")]
    [DataRow("/a%20b/c.json", "models.localhost:5080", "models", "a b/c.json")]
    [DataRow("/", "models.oss-cn-hangzhou.aliyuncs.com", "models", "")]
    [DataRow("/", "oss-cn-hangzhou.aliyuncs.com", null, "")]
    public void A_bucket_is_found_in_path_and_host(string path, string host, string? bucket, string key)
    {
        var request = new WireRequest("GET", path, new Dictionary<string, string[]> { ["host"] = [host] }, []);

        Assert.AreEqual(new OssTarget(bucket, key), OssTarget.Of(request));
    }

    private static JsonDocument Vectors() => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Signing", "signature-vectors.json")));

    private static JsonElement Vector(JsonDocument file, string id) =>
        file.RootElement.GetProperty("signatureVectors").EnumerateArray().Single(v => v.GetProperty("id").GetString() == id);
}
