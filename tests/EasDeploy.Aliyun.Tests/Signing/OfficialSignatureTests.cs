using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Tests.Faults;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Signing;

/// <summary>The product's signatures against those of the official libraries: on random requests, and on every request it really sends.</summary>
[TestClass]
public sealed class OfficialSignatureTests
{
    private const int AtLeast = 50;
    private const int RandomRequests = 200;
    private const int Seed = 20261123;

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Random_requests_are_signed_as_openapi_util_and_openapi_core_sign_them()
    {
        await NeedsNodeAsync();
        HardTexts texts = new(Seed);
        List<(HttpRequestMessage Own, JsonObject Official)> requests = [.. Enumerable.Range(0, RandomRequests).Select(_ => RandomCall(texts))];

        IReadOnlyList<JsonObject> official = await OfficialSignatures.OfAsync(requests.Select(r => r.Official), Ct);

        Compare("ACS3, random", requests.Select(r => r.Own).Zip(official, (own, theirs) => Differences(
            Path(own), own.Headers.GetValues("x-acs-content-sha256").Single(), own.Headers.GetValues("Authorization").Single(), theirs)));
    }

    [TestMethod]
    public async Task Random_object_listings_are_signed_as_ali_oss_signs_them()
    {
        await NeedsNodeAsync();
        HardTexts texts = new(Seed);
        using OssClient client = new(new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests" }, EmulatorCredentials.Source);
        List<(HttpRequestMessage Own, JsonObject Official)> requests = [.. Enumerable.Range(0, RandomRequests).Select(_ => RandomObject(texts, client))];

        IReadOnlyList<JsonObject> official = await OfficialSignatures.OfAsync(requests.Select(r => r.Official), Ct);

        Compare("OSS4, random", requests.Select(r => r.Own).Zip(official, (own, theirs) =>
            Differs("Authorization", own.Headers.GetValues("Authorization").Single(), theirs["authorization"]!.GetValue<string>())));
    }

    [TestMethod]
    public async Task Every_operation_of_the_client_is_signed_on_the_wire_as_the_official_libraries_sign_it()
    {
        await NeedsNodeAsync();
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using WireStub recorder = new(request => PassedOn.To(emulator.Address, request));
        using FaultyCloud cloud = new(recorder.Address);
        int number = 0;
        foreach (ClientOperation operation in ClientOperations.All)
        {
            string service = $"recorded_{number++}";
            await (operation.Prepare?.Invoke(cloud, service) ?? Task.CompletedTask);
            await operation.Call(cloud, service);
        }

        StubRequest[] signed = [.. recorder.Requests.Where(r => r.Headers.ContainsKey("authorization"))];
        Assert.AreEqual("AssumeRoleWithOIDC", recorder.Requests.Except(signed).Single().Headers["x-acs-action"]);
        string[] other = ["AssumeRoleWithOIDC", "ListBuckets", "ListObjectsV2", "GetObject"];
        foreach (string operation in ClientOperations.All.Select(o => o.Name).Except(other))
        {
            Assert.IsTrue(signed.Any(r => r.Headers.GetValueOrDefault("x-acs-action") == operation), operation);
        }

        Assert.IsTrue(signed.Count(IsOss) >= 3);
        IReadOnlyList<JsonObject> official = await OfficialSignatures.OfAsync(signed.Select(Recorded), Ct);

        Compare("recorded", signed.Zip(official, (own, theirs) => IsOss(own)
            ? Differs("Authorization", own.Headers["authorization"], theirs["authorization"]!.GetValue<string>())
            : Differences(own.Path, own.Headers["x-acs-content-sha256"], own.Headers["authorization"], theirs)));
    }

    /// <remarks>
    /// Names of parameters are plain, as all published ones are: both libraries put a name into what they sign as it is, ours percent-encodes it,
    /// which for plain names is the same.
    /// </remarks>
    private static (HttpRequestMessage Own, JsonObject Official) RandomCall(HardTexts texts)
    {
        bool rpc = texts.OneOf(true, false, false);
        AccessKey key = new("testAccessKeyId", new(texts.NextFull()), new(texts.OneOf("", "CAIS+/=token")));
        string[] segments = rpc ? [] : ["api", "v2", "services", .. Enumerable.Range(0, texts.OneOf(0, 1, 2, 3)).Select(_ => texts.NextFull())];
        Dictionary<string, string> query = texts.NextFields(hardNames: false);
        string? body = texts.OneOf<string?>(null, "", texts.Next(200), $$"""{"metadata":{"name":{{JsonValue.Create(texts.Next()).ToJsonString()}}} }""");
        ApiQuery fields = [];
        foreach ((string name, string value) in query)
        {
            fields.Add(name, value);
        }

        ApiRequest request = new()
        {
            Product = rpc ? texts.OneOf(ApiProduct.Ecs, ApiProduct.Sts, ApiProduct.Nlb) : texts.OneOf(ApiProduct.Eas, ApiProduct.AIWorkSpace),
            Action = "DoSomething",
            Method = rpc ? HttpMethod.Post : texts.OneOf(HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete),
            Path = rpc ? "/" : ApiRequest.PathOf(segments),
            Query = fields,
            Body = body is null ? null : Encoding.UTF8.GetBytes(body),
        };
        CloudSettings settings = new() { Region = texts.OneOf("cn-hangzhou", "ap-southeast-1"), UserAgent = "tests" };
        using HttpsTransport transport = new(settings, EmulatorCredentials.Source);
        HttpRequestMessage own = transport.Sign(request, key, TimeSpan.Zero);
        JsonObject official = new()
        {
            ["scheme"] = "acs3",
            ["method"] = request.Method.Method,
            ["pathname"] = new JsonArray([.. segments.Select(s => (JsonNode)s)]),
            ["query"] = OfficialSignatures.Texts(query),
            ["headers"] = OfficialSignatures.Texts(HeadersOf(own)),
            ["body"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(body ?? "")),
            ["accessKeyId"] = key.Id,
            ["accessKeySecret"] = key.KeySecret.Reveal(),
        };
        return (own, official);
    }

    /// <remarks>Names are OSS's own: ali-oss sorts by the language's collation, OSS by bytes, and both agree on these.</remarks>
    private static (HttpRequestMessage Own, JsonObject Official) RandomObject(HardTexts texts, OssClient client)
    {
        AccessKey key = new("testAccessKeyId", new(texts.NextFull()), new(texts.OneOf("", "CAIS+/=token")));
        ApiQuery query = [];
        JsonObject officialQuery = [];
        string[] names =
            ["continuation-token", "delimiter", "encoding-type", "fetch-owner", "list-type", "max-keys", "prefix", "start-after", "x-oss-process"];
        foreach (string name in names)
        {
            if (texts.OneOf(true, false))
            {
                string value = texts.Next();
                query.Add(name, value);
                officialQuery[name] = value.Length == 0 ? null : value;
            }
        }

        (string? bucket, string name2) = texts.OneOf((null, ""), ("models", ""), ("models", texts.NextFull().Trim('/')));
        string encoded = string.Join('/', name2.Split('/').Select(Uri.EscapeDataString));
        string region = texts.OneOf("cn-hangzhou", "us-west-1");
        HttpRequestMessage own = client.Sign(
            new Uri("https://models.oss.example"), "/" + encoded, bucket is null ? "/" : $"/{bucket}/{encoded}", query, region, key);
        return (own, new JsonObject
        {
            ["scheme"] = "oss4",
            ["method"] = "GET",
            ["query"] = officialQuery,
            ["headers"] = OfficialSignatures.Texts(HeadersOf(own)),
            ["bucket"] = bucket,
            ["key"] = name2,
            ["region"] = region,
            ["accessKeyId"] = key.Id,
            ["accessKeySecret"] = key.KeySecret.Reveal(),
        });
    }

    private static JsonObject Recorded(StubRequest request)
    {
        string text = request.Target.Split('?', 2).ElementAtOrDefault(1) ?? "";
        JsonObject query = new(text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair =>
            KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), pair.Length == 2 ? (JsonNode?)Uri.UnescapeDataString(pair[1]) : null)));
        string[] parts = Uri.UnescapeDataString(request.Path).TrimStart('/').Split('/', 2);
        return new JsonObject
        {
            ["scheme"] = IsOss(request) ? "oss4" : "acs3",
            ["method"] = request.Method,
            ["pathname"] = request.Path,
            ["query"] = query,
            ["headers"] = OfficialSignatures.Texts(request.Headers.Where(h => h.Key != "authorization")),
            ["body"] = Convert.ToBase64String(request.Body),
            ["bucket"] = parts[0].Length == 0 ? null : parts[0],
            ["key"] = parts.ElementAtOrDefault(1) ?? "",
            ["region"] = "cn-hangzhou",
            ["accessKeyId"] = EmulatorHost.AccessKeyId,
            ["accessKeySecret"] = EmulatorHost.AccessKeySecret,
        };
    }

    private static bool IsOss(StubRequest request) => request.Headers["authorization"].StartsWith("OSS4", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(HttpRequestMessage message) =>
        message.Headers.NonValidated.Concat(message.Content?.Headers.NonValidated.AsEnumerable() ?? [])
            .Where(h => h.Key != "Authorization").Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), h.Value.ToString()));

    private static string Path(HttpRequestMessage message) => message.RequestUri!.PathAndQuery.Split('?')[0];

    private static string? Differences(string path, string hash, string authorization, JsonObject official) =>
        Differs("path", path, official["path"]!.GetValue<string>())
        ?? Differs("body hash", hash, official["hash"]!.GetValue<string>())
        ?? official["authorizations"]!.AsArray().Select(a => Differs("Authorization", authorization, a!.GetValue<string>())).FirstOrDefault(d => d is not null);

    private static string? Differs(string what, string own, string official) => own == official ? null : $"{what}: own {own}, official {official}";

    private static async Task NeedsNodeAsync()
    {
        if (await NodeScripts.MissingAsync("node", "npm") is string reason)
        {
            Assert.Inconclusive(reason);
        }
    }

    private void Compare(string title, IEnumerable<string?> differences)
    {
        string?[] all = [.. differences];
        TestContext.WriteLine($"{title}: {all.Length} requests compared, {all.Count(d => d is not null)} differences");
        Assert.IsGreaterThanOrEqualTo(AtLeast, all.Length);
        Assert.AreEqual("", string.Join('\n', all.Where(d => d is not null).Take(5)));
    }
}
