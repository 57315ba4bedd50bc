using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Transports;

/// <summary>Answers that say "no", and answers that are no answers.</summary>
[TestClass]
public sealed class RefusalTests
{
    private static readonly ApiRequest Create = new()
    {
        Product = ApiProduct.Eas,
        Action = "CreateService",
        Method = HttpMethod.Post,
        Path = "/api/v2/services",
        Body = "{}"u8.ToArray(),
        ServiceName = "my_svc",
    };

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(403, "Forbidden.PrivilegeCheckFailed", "EAS7110")]
    [DataRow(400, "Throttling", "EAS7103")]
    [DataRow(400, "Throttling.User", "EAS7103")]
    [DataRow(503, "Rejected.Throttling", "EAS7103")]
    [DataRow(429, "Whatever", "EAS7103")]
    [DataRow(400, "InvalidTimeStamp.Expired", "EAS7108")]
    [DataRow(400, "IllegalTimestamp", "EAS7108")]
    [DataRow(400, "InvalidSecurityToken.Expired", "EAS7109")]
    [DataRow(403, "InvalidSecurityToken.Malformed", "EAS7102")]
    [DataRow(400, "MissingSecurityToken", "EAS7102")]
    [DataRow(404, "InvalidAccessKeyId.NotFound", "EAS7102")]
    [DataRow(403, "InvalidAccessKeyId.Inactive", "EAS7102")]
    [DataRow(403, "Forbidden.AccessKeyDisabled", "EAS7102")]
    [DataRow(400, "SignatureDoesNotMatch", "EAS7102")]
    [DataRow(400, "IncompleteSignature", "EAS7102")]
    [DataRow(403, "NoPermission", "EAS7101")]
    [DataRow(403, "Forbidden.RAM", "EAS7101")]
    [DataRow(403, "SomethingNew", "EAS7101")]
    [DataRow(404, "InvalidService.NotFound", "EAS7105")]
    [DataRow(404, "InvalidApi.NotFound", "EAS7105")]
    [DataRow(409, "AnyCode", "EAS7106")]
    [DataRow(400, "InvalidParameter", "EAS7107")]
    [DataRow(400, "MissingParameter.RegionId", "EAS7107")]
    [DataRow(500, "InternalError", "EAS7104")]
    [DataRow(503, "ServiceUnavailable", "EAS7104")]
    [DataRow(400, "SystemBusy", "EAS7104")]
    public async Task The_code_decides_the_diagnostic(int status, string code, string expected)
    {
        CloudException refusal = await FailAsync(
            StubAnswer.Json($$"""{"Code":"{{code}}","Message":"Words of the API.","RequestId":"REQ-1","HostId":"h"}""", status));

        Assert.AreEqual(expected, refusal.Descriptor.Code);
        Assert.AreEqual(code, refusal.ErrorCode);
        Assert.AreEqual("REQ-1", refusal.RequestId);
        Assert.AreEqual(status, refusal.HttpStatus);
        StringAssert.Contains(refusal.Message, code);
        StringAssert.Contains(refusal.Message, "REQ-1");
        StringAssert.Contains(refusal.Message, "CreateService");
        Assert.AreEqual(expected == "EAS7104", refusal.MayHaveBeenExecuted);
    }

    [TestMethod]
    public async Task Both_spellings_of_an_error_are_read()
    {
        CloudException refusal = await FailAsync(
            StubAnswer.Json("""{"code":"InvalidParameter","message":"bad cpu","requestId":"REQ-2"}""", 400));

        Assert.AreEqual("EAS7107", refusal.Descriptor.Code);
        Assert.AreEqual("REQ-2", refusal.RequestId);
        StringAssert.Contains(refusal.Message, "bad cpu");
    }

    [TestMethod]
    public async Task An_XML_error_is_read()
    {
        CloudException refusal = await FailAsync(StubAnswer.Json(
            "<?xml version='1.0' encoding='UTF-8'?><Error><Code>NoPermission</Code><Message>no</Message><RequestId>REQ-3</RequestId></Error>", 403)
            with
        { ContentType = "text/xml;charset=utf-8" });

        Assert.AreEqual("EAS7101", refusal.Descriptor.Code);
        Assert.AreEqual("REQ-3", refusal.RequestId);
    }

    [TestMethod]
    public async Task A_missing_right_is_named()
    {
        CloudException refusal = await FailAsync(StubAnswer.Json(
            """{"Code":"NoPermission","Message":"denied","RequestId":"R","AccessDeniedDetail":{"AuthAction":"eas:CreateThing"}}""", 403));

        StringAssert.Contains(refusal.Message, "\"eas:CreateThing\"");
    }

    [TestMethod]
    public async Task A_missing_right_is_guessed_from_the_operation()
    {
        CloudException refusal = await FailAsync(StubAnswer.Json("""{"Code":"Forbidden.RAM","Message":"denied"}""", 403));
        CloudException image = await FailAsync(
            StubAnswer.Json("""{"Code":"Forbidden.RAM","Message":"denied"}""", 403),
            Create with { Product = ApiProduct.AIWorkSpace, Action = "ListImages", Method = HttpMethod.Get });

        StringAssert.Contains(refusal.Message, "\"eas:CreateService\"");
        StringAssert.Contains(image.Message, "\"paiimage:ListImages\"");
    }

    [TestMethod]
    public async Task A_foreign_name_is_told_by_name()
    {
        CloudException refusal = await FailAsync(StubAnswer.Json("""{"Code":"Forbidden.PrivilegeCheckFailed","Message":"m"}""", 403));

        StringAssert.Contains(refusal.Message, "'my_svc'");
    }

    [TestMethod]
    public async Task The_header_gives_the_request_id_the_body_lacks()
    {
        CloudException refusal = await FailAsync(StubAnswer.Json("""{"Code":"InvalidParameter","Message":"m"}""", 400) with
        {
            Headers = new Dictionary<string, string> { ["x-acs-request-id"] = "REQ-HEADER" },
        });

        Assert.AreEqual("REQ-HEADER", refusal.RequestId);
    }

    [TestMethod]
    [DataRow(200, "<html><head><title>Log in, please</title></head></html>", "Log in, please")]
    [DataRow(403, "<html><body>blocked by a proxy</body></html>", "blocked by a proxy")]
    [DataRow(502, "<html><title>502 Bad Gateway</title></html>", "502 Bad Gateway")]
    [DataRow(200, "{\"Status\":\"Runn", "Runn")]
    [DataRow(200, "[1,2]", "[1,2]")]
    [DataRow(200, "\"text\"", "text")]
    [DataRow(500, "", "empty")]
    [DataRow(302, "moved", "HTTP 302")]
    [DataRow(400, "{}", "HTTP 400")]
    [DataRow(200, "\u0000\u0001\u0002", "empty")]
    public async Task What_is_not_the_API_is_shown(int status, string body, string shown)
    {
        CloudException refusal = await FailAsync(StubAnswer.Page(body, status));

        Assert.AreEqual("EAS7005", refusal.Descriptor.Code);
        StringAssert.Contains(refusal.Message, shown);
        Assert.AreEqual(status is < 400 or >= 500, refusal.MayHaveBeenExecuted);
    }

    [TestMethod]
    [DataRow("text/html")]
    [DataRow(null)]
    public async Task JSON_counts_whatever_its_content_type(string? contentType)
    {
        using WireStub stub = new(StubAnswer.Json("\uFEFF{\"Status\":\"Running\"}") with { ContentType = contentType });
        using HttpsTransport transport = new(stub.Settings, EmulatorCredentials.Source, chance: () => 0);
        using var answer = await transport.SendAsync(Create, TestContext.CancellationToken);

        Assert.AreEqual("Running", answer.RootElement.GetProperty("Status").GetString());
    }

    [TestMethod]
    public async Task An_echoed_secret_is_cut_out()
    {
        CloudException refusal = await FailAsync(StubAnswer.Json(
            """{"Code":"SignatureDoesNotMatch","Message":"string to sign is: emulatorTestKeySecret& GET"}""", 400));
        CloudException page = await FailAsync(StubAnswer.Page("<title>emulatorTestKeySecret</title>", 200));

        StringAssert.Contains(refusal.Message, "string to sign is: ***");
        Assert.IsFalse($"{refusal}{page}".Contains("emulatorTestKeySecret", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_key_never_prints_itself()
    {
        AccessKey key = new("canaryId", new("canarySecret"), new("canary/token"));

        Assert.IsFalse($"{key} {new StaticCredentials("here", key)}".Contains("canary", StringComparison.Ordinal));
        Assert.AreEqual("a *** b *** c", key.Redact("a canarySecret b canary%2Ftoken c"));
    }

    private async Task<CloudException> FailAsync(StubAnswer answer, ApiRequest? request = null)
    {
        using WireStub stub = new(answer);
        using HttpsTransport transport = new(stub.Settings, EmulatorCredentials.Source, chance: () => 0);
        return await Assert.ThrowsExactlyAsync<CloudException>(() => transport.SendAsync(request ?? Create, TestContext.CancellationToken));
    }
}
