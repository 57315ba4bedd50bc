using System.Text;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Signing;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Tests.Transports;

[TestClass]
public sealed class HttpsTransportRequestTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task What_is_signed_is_what_is_sent()
    {
        using WireStub stub = new(StubAnswer.Json("{}"));
        using HttpsTransport transport = new(stub.Settings, EmulatorCredentials.Source);
        ApiRequest request = new()
        {
            Product = ApiProduct.Eas,
            Action = "CreateService",
            Method = HttpMethod.Post,
            Path = "/api/v2/services" + ApiRequest.PathOf("a b", "..", "~ü"),
            Query = new ApiQuery { { "Labels", """{"team":"ml ops (+)*!'~"}""" }, { "Left", null }, { "Empty", "" } },
            Body = Encoding.UTF8.GetBytes("""{"metadata":{"name":"é"}}"""),
        };
        (await transport.SendAsync(request, TestContext.CancellationToken)).Dispose();

        StubRequest sent = stub.Requests.Single();
        Assert.AreEqual("/api/v2/services/a%20b/../~%C3%BC", sent.Path);
        string[] names = sent.Headers["authorization"].Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        SortedDictionary<string, string> signed = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            signed.Add(name, sent.Headers[name]);
        }

        CollectionAssert.AreEqual(
            new[] { "content-type", "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version" }, names);
        string canonical = Acs3Signature.CanonicalRequest(
            sent.Method, sent.Path, sent.Target.Split('?')[1], signed, Acs3Signature.Hash(sent.Body));
        Assert.AreEqual(
            Acs3Signature.Authorization("emulatorTestKeyId", "emulatorTestKeySecret", names, canonical), sent.Headers["authorization"]);
        Assert.AreEqual("application/json; charset=utf-8", sent.Headers["content-type"]);
        Assert.AreEqual("tests", sent.Headers["user-agent"]);
        Assert.AreEqual("Empty=&Labels=%7B%22team%22%3A%22ml%20ops%20%28%2B%29%2A%21%27~%22%7D", sent.Target.Split('?')[1]);
    }

    [TestMethod]
    public async Task A_loopback_endpoint_never_sees_real_keys()
    {
        using WireStub stub = new(StubAnswer.Json("{}"));
        CredentialSource real = new StaticCredentials("test", new AccessKey("realId", new("realSecret"), new("realToken")));
        using HttpsTransport transport = new(stub.Settings, real);
        (await transport.SendAsync(Describe, TestContext.CancellationToken)).Dispose();

        string sent = stub.Requests.Single().Everything;
        StringAssert.Contains(sent, "Credential=emulatorTestKeyId,");
        Assert.IsFalse(sent.Contains("real", StringComparison.Ordinal), sent);
    }

    [TestMethod]
    public async Task Every_request_has_its_own_nonce()
    {
        using WireStub stub = new(StubAnswer.Json("{}"));
        using HttpsTransport transport = new(stub.Settings, EmulatorCredentials.Source);
        for (int i = 0; i < 3; i++)
        {
            (await transport.SendAsync(Describe, TestContext.CancellationToken)).Dispose();
        }

        Assert.AreEqual(3, stub.Requests.Select(request => request.Headers["x-acs-signature-nonce"]).Distinct().Count());
    }

    [TestMethod]
    public void A_temporary_key_sends_its_token_signed()
    {
        using HttpsTransport transport = new(
            new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests" }, EmulatorCredentials.Source);
        using HttpRequestMessage message = transport.Sign(Describe, new AccessKey("id", new("secret"), new("token")), TimeSpan.Zero);

        Assert.AreEqual("token", message.Headers.GetValues("x-acs-security-token").Single());
        Assert.AreEqual("id", message.Headers.GetValues("x-acs-accesskey-id").Single());
        StringAssert.Contains(message.Headers.GetValues("Authorization").Single(), ";x-acs-security-token;");
        Assert.AreEqual("https://pai-eas.cn-hangzhou.aliyuncs.com/api/v2/services", message.RequestUri!.AbsoluteUri);
    }

    [TestMethod]
    public async Task A_user_agent_cannot_add_a_header()
    {
        using WireStub stub = new(StubAnswer.Json("{}"));
        using HttpsTransport transport = new(stub.Settings with { UserAgent = "own\r\nX-Evil: 1 é" }, EmulatorCredentials.Source);
        (await transport.SendAsync(Describe, TestContext.CancellationToken)).Dispose();

        Assert.AreEqual("own??X-Evil: 1 ?", stub.Requests.Single().Headers["user-agent"]);
    }

    [TestMethod]
    public void The_user_agent_names_product_version_and_run() =>
        Assert.AreEqual(
            "AlibabaCloud-Agent-Skills EasDeploy.Build/1.2.3/0123456789abcdef0123456789abcdef",
            UserAgent.For("1.2.3", "0123456789abcdef0123456789abcdef"));

    private static ApiRequest Describe => new() { Product = ApiProduct.Eas, Action = "ListServices", Path = "/api/v2/services" };
}
