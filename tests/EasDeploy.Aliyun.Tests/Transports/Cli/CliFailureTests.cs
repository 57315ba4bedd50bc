using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports.Cli;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Transports.Cli;

/// <summary>Everything the CLI is known to say when it fails.</summary>
[TestClass]
public sealed class CliFailureTests
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

    [TestMethod]
    [DataRow("ERROR: SDK.ServerError\nErrorCode: NoPermission\nRecommend: \nRequestId: R-1\nMessage: denied,\nreally\nRespHeaders: map[Date:[x]]\nAccessDeniedDetail: map[AuthAction:eas:CreateThing AuthPrincipalType:SubUser]\n",
        "EAS7101", "NoPermission", "R-1", 0)]
    [DataRow("\u001b[31mERROR: SDK.ServerError\u001b[0m\nErrorCode: Throttling\nRecommend: \nRequestId: \nMessage: m\nRespHeaders: map[X-Acs-Request-Id:[R-2] X-Acs-Retry-After:[1500]]\n",
        "EAS7103", "Throttling", "R-2", 0)]
    [DataRow("ERROR: SDK.ServerError\nErrorCode: \nRecommend: \nRequestId: \nMessage: {\"code\":\"InvalidService.AlreadyExists\",\"message\":\"m\",\"requestId\":\"R-3\"}\nRespHeaders: map[]\n",
        "EAS7107", "InvalidService.AlreadyExists", "R-3", 0)]
    [DataRow("ERROR: SDK.ServerError\nErrorCode: InvalidService.AlreadyExists\nRecommend: \nRequestId: R\nMessage: m\nRespHeaders: map[]\n",
        "EAS7106", "InvalidService.AlreadyExists", "R", 409)]
    [DataRow("ERROR: SDK.ServerError\nErrorCode: InternalError\nRecommend: \nRequestId: R\nMessage: m\nRespHeaders: map[]\n",
        "EAS7104", "InternalError", "R", 500)]
    [DataRow("Error: SDKError:\n   StatusCode: 404\n   Code: InvalidService.NotFound\n   Message: code: 404, no such service request id: R-4\n   Data: {\"RequestId\":\"R-4\",\"Code\":\"InvalidService.NotFound\",\"Message\":\"m\"}\n\n",
        "EAS7105", "InvalidService.NotFound", "R-4", 404)]
    [DataRow("{\"message\":\"m\",\"error_code\":\"Forbidden.RAM\",\"status_code\":403,\"request_id\":\"R-5\"}\n",
        "EAS7101", "Forbidden.RAM", "R-5", 403)]
    public void A_refusal_is_read_in_every_shape(string errors, string descriptor, string code, string requestId, int status)
    {
        CloudException refusal = CliFailure.Read(Create, "host", 1, "", errors, out _);

        Assert.AreEqual((descriptor, code, requestId), (refusal.Descriptor.Code, refusal.ErrorCode, refusal.RequestId));
        Assert.AreEqual(status, refusal.HttpStatus);
    }

    [TestMethod]
    [DataRow("ERROR: Get \"http://h\": dial tcp 127.0.0.1:1: connect: connection refused", 1, "EAS7001", false)]
    [DataRow("ERROR: Post \"https://h\": dial tcp: lookup h: no such host", 1, "EAS7002", false)]
    [DataRow("ERROR: Post \"https://h\": tls: failed to verify certificate: x509: certificate signed by unknown authority", 1, "EAS7003", false)]
    [DataRow("ERROR: Post \"https://h\": net/http: request canceled (Client.Timeout exceeded while awaiting headers)", 1, "EAS7004", true)]
    [DataRow("ERROR: Post \"https://h\": read: connection reset by peer", 1, "EAS7006", true)]
    [DataRow("ERROR: Post \"https://h\": unexpected EOF", 1, "EAS7006", true)]
    [DataRow("ERROR: default is not configure yet, run `aliyun configure` first", 3, "EAS7011", false)]
    [DataRow("ERROR: load current configuration failed unknown profile x", 0, "EAS7011", false)]
    [DataRow("ERROR: SDK.ServerError\nErrorCode: \nRecommend: \nRequestId: \nMessage: <html>502</html>\nRespHeaders: map[]\n", 1, "EAS7005", true)]
    [DataRow("", 0, "EAS7005", true)]
    [DataRow("ERROR: '--X' is not a valid parameter or flag.", 2, "EAS7022", false)]
    [DataRow("panic: interface conversion: interface {} is json.Number\ngoroutine 1", 2, "EAS7022", true)]
    [DataRow("", 137, "EAS7022", true)]
    public void What_is_no_refusal_gets_its_code(string errors, int exitCode, string descriptor, bool mayHaveBeenExecuted)
    {
        CloudException failure = CliFailure.Read(Create, "host", exitCode, "", errors, out _);

        Assert.AreEqual(descriptor, failure.Descriptor.Code, failure.Message);
        Assert.AreEqual(mayHaveBeenExecuted, failure.MayHaveBeenExecuted);
        Assert.IsFalse(failure.Message.Contains('\n'));
    }

    [TestMethod]
    public void The_pause_the_server_asks_for_is_found()
    {
        CliFailure.Read(
            Create, "host", 1, "", "ERROR: SDK.ServerError\nErrorCode: Throttling\nMessage: m\nRespHeaders: map[X-Acs-Retry-After:[1500]]\n", out TimeSpan? pause);

        Assert.AreEqual(TimeSpan.FromMilliseconds(1500), pause);
    }

    [TestMethod]
    public void A_repeated_token_is_cut_out()
    {
        CloudException refusal = CliFailure.Read(
            Create, "host", 1, "", "ERROR: SDK.ServerError\nErrorCode: SignatureDoesNotMatch\nMessage: string to sign is:POST\nx-acs-security-token:canaryToken\nx-acs-version:1\nRespHeaders: map[]\n", out _);

        Assert.IsFalse(refusal.ToString().Contains("canary", StringComparison.Ordinal), refusal.Message);
    }
}
