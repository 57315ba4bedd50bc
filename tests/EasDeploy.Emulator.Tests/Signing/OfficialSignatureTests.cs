using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Oss;
using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.Wire;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Signing;

/// <summary>Random requests signed by the official libraries' own functions are taken by the emulator's verifiers; the same ones altered are not.</summary>
[TestClass]
public sealed class OfficialSignatureTests
{
    private const int RandomRequests = 200;
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("acs3")]
    [DataRow("roa1")]
    [DataRow("rpc1")]
    [DataRow("oss4")]
    [DataRow("oss1")]
    public async Task What_an_official_library_has_signed_is_taken_and_nothing_else(string scheme)
    {
        await RefereeTests.NeedsAsync("node", "npm");
        var texts = new HardTexts(20261123);
        Asked[] asked = [.. Enumerable.Range(0, RandomRequests).Select(_ => Random(scheme, texts))];

        IReadOnlyList<JsonObject> official = await OfficialSignatures.OfAsync(asked.Select(a => a.ToSign(scheme)), TestContext.CancellationToken);

        string[] refused = [.. asked.Zip(official, (a, o) => Signatures(scheme, o).Select(s => Refusal(scheme, a, s))).SelectMany(r => r).OfType<string>()];
        string?[] altered = [.. asked.Zip(official, (a, o) => Refusal(scheme, Altered(scheme, a), Signatures(scheme, o)[0]))];
        TestContext.WriteLine($"{scheme}: {asked.Length} requests compared, {refused.Length} differences");
        Assert.AreEqual("", string.Join('\n', refused.Take(5)));
        Assert.AreEqual(RandomRequests, altered.Count(a => a is not null), "altered requests that were refused");
    }

    /// <summary>A request before it is signed, its values not encoded.</summary>
    private sealed record Asked(string Method, string Path, Dictionary<string, string> Query, Dictionary<string, string> Headers, string Body)
    {
        public JsonObject ToSign(string scheme)
        {
            string[] resource = Path.TrimStart('/').Split('/', 2);
            return new JsonObject
            {
                ["scheme"] = scheme,
                ["method"] = Method,
                ["pathname"] = scheme == "acs3" ? Encoded(Path) : Path,
                ["query"] = scheme.StartsWith("oss", StringComparison.Ordinal)
                    ? new JsonObject(Query.Select(q => KeyValuePair.Create(q.Key, q.Value.Length == 0 ? null : (JsonNode?)q.Value)))
                    : OfficialSignatures.Texts(Query),
                ["headers"] = OfficialSignatures.Texts(Headers),
                ["body"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Body)),
                ["bucket"] = resource[0],
                ["key"] = resource.ElementAtOrDefault(1) ?? "",
                ["region"] = "cn-hangzhou",
                ["accessKeyId"] = EmulatorHost.AccessKeyId,
                ["accessKeySecret"] = EmulatorHost.AccessKeySecret,
            };
        }

        /// <summary>The request as it comes over the wire, values encoded the way the Node clients do.</summary>
        public WireRequest OnTheWire(string? authorization)
        {
            Dictionary<string, string[]> headers = Headers.ToDictionary(h => h.Key, h => new[] { h.Value });
            if (authorization is not null)
            {
                headers["authorization"] = [authorization];
            }

            string query = string.Join('&', Query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
            return new WireRequest(Method, Encoded(Path) + (query.Length == 0 ? "" : "?" + query), headers, Encoding.UTF8.GetBytes(Body));
        }

        private static string Encoded(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    private static Asked Altered(string scheme, Asked asked) => scheme == "rpc1"
        ? asked with { Query = new Dictionary<string, string>(asked.Query) { ["more"] = "x" } }
        : asked with { Path = asked.Path + "x" };

    private static Asked Random(string scheme, HardTexts texts)
    {
        string body = scheme is "acs3" or "roa1" ? texts.Next(100) : "";
        Dictionary<string, string> query = scheme.StartsWith("oss", StringComparison.Ordinal)
            ? new[] { "continuation-token", "location" }.Where(_ => texts.OneOf(true, false)).ToDictionary(name => name, _ => texts.Next())
            : texts.NextFields(hardNames: scheme == "rpc1");
        string path = scheme switch
        {
            "rpc1" => "/",
            "oss4" or "oss1" => "/models/" + texts.Next().Trim('/'),
            _ => "/api/v2/services/" + texts.NextFull().Replace("/", "", StringComparison.Ordinal) + "x",
        };
        if (scheme == "rpc1")
        {
            query["AccessKeyId"] = EmulatorHost.AccessKeyId;
            query["Timestamp"] = Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            query["SignatureNonce"] = texts.NextFull() + Guid.NewGuid().ToString("N");
        }

        return new Asked(texts.OneOf("GET", "POST", "PUT", "DELETE"), path, query, Headers(scheme, texts, body), body);
    }

    private static Dictionary<string, string> Headers(string scheme, HardTexts texts, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        string nonce = Guid.NewGuid().ToString("N");
        return scheme switch
        {
            "acs3" => new()
            {
                ["host"] = "127.0.0.1:5080",
                ["content-type"] = "application/json; charset=utf-8",
                ["x-acs-action"] = "DoSomething",
                ["x-acs-version"] = "2021-07-01",
                ["x-acs-date"] = Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["x-acs-signature-nonce"] = nonce,
                ["x-acs-content-sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                ["x-acs-credentials-provider"] = texts.OneOf("static_ak", "default/env"),
            },
            "roa1" => new()
            {
                ["accept"] = "application/json",
#pragma warning disable CA5351 // Broken cryptographic algorithm: Content-MD5 is what this signature version is made of.
                ["content-md5"] = Convert.ToBase64String(MD5.HashData(bytes)),
#pragma warning restore CA5351
                ["content-type"] = "application/json",
                ["date"] = Now.ToString("r", CultureInfo.InvariantCulture),
                ["x-acs-version"] = "2021-07-01",
                ["x-acs-signature-nonce"] = nonce,
            },
            "oss4" => new()
            {
                ["x-oss-date"] = Now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
                ["x-oss-content-sha256"] = "UNSIGNED-PAYLOAD",
            },
            "oss1" => new() { ["x-oss-date"] = Now.ToString("r", CultureInfo.InvariantCulture), ["content-type"] = texts.OneOf("", "text/plain") },
            _ => new() { ["host"] = "127.0.0.1:5080" },
        };
    }

    private static string[] Signatures(string scheme, JsonObject official) => scheme switch
    {
        "acs3" => [.. official["authorizations"]!.AsArray().Select(a => a!.GetValue<string>())],
        "roa1" or "rpc1" => [.. official["signatures"]!.AsArray().Select(a => a!.GetValue<string>())],
        _ => [official["authorization"]!.GetValue<string>()],
    };

    /// <returns>Null when the emulator takes the request.</returns>
    private static string? Refusal(string scheme, Asked asked, string signature)
    {
        var keys = new KeyRing();
        var nonces = new NonceMemory(TimeProvider.System);
        try
        {
            switch (scheme)
            {
                case "acs3":
                    Acs3Signature.Verify(asked.OnTheWire(signature), keys, nonces, Now);
                    break;
                case "roa1":
                    RoaV1Signature.Verify(asked.OnTheWire($"acs {EmulatorHost.AccessKeyId}:{signature}"), keys, nonces, Now);
                    break;
                case "rpc1":
                    asked.Query["Signature"] = signature;
                    WireRequest request = asked.OnTheWire(null);
                    RpcV1Signature.Verify(request, request.Query, keys, nonces, Now);
                    break;
                default:
                    WireRequest wanted = asked.OnTheWire(signature);
                    OssSignature.Verify(wanted, OssTarget.Of(wanted), keys, "cn-hangzhou", Now);
                    break;
            }

            return null;
        }
        catch (Exception error) when (error is ApiException or OssException)
        {
            return $"{asked.Method} {asked.OnTheWire(null).Target}: {error.Message}";
        }
    }
}
