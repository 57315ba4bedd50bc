using System.Text;
using System.Text.Json;
using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Tests.Signing;

[TestClass]
public sealed class Acs3VectorTests
{
    [TestMethod]
    [DataRow("A")]
    [DataRow("B")]
    [DataRow("C")]
    [DataRow("D")]
    [DataRow("H")]
    public void The_published_vectors_are_reproduced(string id)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Signing", "signature-vectors.json")));
        JsonElement vector = file.RootElement.GetProperty("signatureVectors").EnumerateArray().Single(v => v.GetProperty("id").GetString() == id);
        var headers = vector.GetProperty("headers").EnumerateObject().ToDictionary(h => h.Name, h => new[] { h.Value.GetString()! });
        string query = string.Join('&', vector.GetProperty("query").EnumerateObject().Reverse()
            .Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value.ToString()).Replace("%20", "+", StringComparison.Ordinal)}"));
        byte[] body = Encoding.UTF8.GetBytes(vector.GetProperty("body").ValueKind == JsonValueKind.String ? vector.GetProperty("body").GetString()! : "");
        var request = new WireRequest(vector.GetProperty("method").GetString()!, $"{vector.GetProperty("path").GetString()}?{query}", headers, body);

        string canonical = Acs3Signature.CanonicalRequest(request, [.. headers.Keys.Order(StringComparer.Ordinal)]);

        Assert.AreEqual(vector.GetProperty("canonicalRequest").GetString(), canonical);
        Assert.AreEqual(vector.GetProperty("stringToSign").GetString(), Acs3Signature.StringToSign(canonical));
        Assert.AreEqual(vector.GetProperty("signature").GetString(),
            Acs3Signature.Sign(vector.GetProperty("accessKeySecret").GetString()!, Acs3Signature.StringToSign(canonical)));
    }
}
