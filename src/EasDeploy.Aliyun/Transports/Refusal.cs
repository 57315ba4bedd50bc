using EasDeploy.Aliyun.Requests;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports;

/// <summary>Gives an API's "no" its descriptor. The code decides before the status: throttling comes as 400 too.</summary>
/// <remarks>Source: openapi.md sections 4.2 and 4.3.</remarks>
internal static class Refusal
{
    // Nothing in the request is wrong: what it is about is in the middle of something else.
    private const string WaitAndRepeat = "Wait until that is over and run the command again";

    public static CloudException ToException(ApiRequest request, int status, ApiError error)
    {
        DiagnosticDescriptor descriptor = Descriptor(request, status, error);
        string code = error.Code.Length == 0 ? $"HTTP {status}" : error.Code;
        string requestId = error.RequestId ?? "not given";
        string message = error.Message.Length == 0 ? "no reason given" : error.Message.TrimEnd('.', ' ', '\n', '\r');
        object?[] arguments = descriptor switch
        {
            _ when descriptor == CloudDiagnostics.NoPermission =>
                [request.Action, code, requestId, message, error.AuthAction ?? RamAction(request)],
            _ when descriptor == CloudDiagnostics.ForeignName => [request.Action, code, requestId, request.ServiceName ?? "?"],
            _ when descriptor == CloudDiagnostics.ServerFault => [request.Action, code, requestId, message, status],
            _ when descriptor == CloudDiagnostics.Refused =>
                [request.Action, code, requestId, message, status, status == 409 ? WaitAndRepeat : "Correct the named value and run the command again"],
            _ => [request.Action, code, requestId, message],
        };
        CloudException text = CloudException.Of(descriptor, null, arguments);
        return new CloudException(descriptor, text.Message)
        {
            Action = request.Action,
            ErrorCode = error.Code.Length == 0 ? null : error.Code,
            RequestId = error.RequestId,
            HttpStatus = status,
            // A nonce used before: this very request came twice, and the first may have been carried out.
            MayHaveBeenExecuted = !request.IsRead && (descriptor == CloudDiagnostics.ServerFault || Is(error.Code, "SignatureNonceUsed")),
        };
    }

    private static DiagnosticDescriptor Descriptor(ApiRequest request, int status, ApiError error) => error.Code switch
    {
        "Forbidden.PrivilegeCheckFailed" => CloudDiagnostics.ForeignName,
        var code when IsThrottling(code) || status == 429 => CloudDiagnostics.Throttled,
        var code when Starts(code, "InvalidTimeStamp") || Is(code, "IllegalTimestamp") || Is(code, "RequestTimeTooSkewed") =>
            CloudDiagnostics.ClockSkew,
        var code when Is(code, "InvalidSecurityToken.Expired") || Is(code, "SecurityTokenExpired")
            || error.Message.Contains("SecurityToken.Expired", StringComparison.OrdinalIgnoreCase) => CloudDiagnostics.TokenExpired,
        var code when Starts(code, "InvalidAccessKeyId") || Starts(code, "InvalidSecurityToken") || Is(code, "Forbidden.AccessKeyDisabled")
            || Is(code, "MissingSecurityToken") || Is(code, "SignatureDoesNotMatch") || Is(code, "IncompleteSignature") =>
            CloudDiagnostics.BadCredentials,
        var code when Is(code, "NoPermission") || Is(code, "AccessDenied") || Starts(code, "Forbidden") || status == 403 =>
            CloudDiagnostics.NoPermission,
        var code when status >= 500 || Starts(code, "ServiceUnavailable") || Is(code, "SystemBusy") => CloudDiagnostics.ServerFault,
        _ when status == 404 => CloudDiagnostics.NotFound,
        _ when status == 409 && request.Action == "CreateService" => CloudDiagnostics.Conflict,
        _ => CloudDiagnostics.Refused,
    };

    /// <summary>By code, never by status alone: the documents list throttling under 400.</summary>
    private static bool IsThrottling(string code) =>
        Starts(code, "Throttling") || code.EndsWith(".Throttling", StringComparison.OrdinalIgnoreCase);

    /// <remarks>Source: openapi.md sections 5 and 6; AIWorkSpace actions are not named <c>aiworkspace:*</c>.</remarks>
    private static string RamAction(ApiRequest request)
    {
        if (request.Product != ApiProduct.AIWorkSpace)
        {
            return request.Action == "ListObjectsV2" ? "oss:ListObjects" : $"{request.Product.Id}:{request.Action}";
        }

        string kind = request.Action.Contains("Image", StringComparison.Ordinal) ? "paiimage"
            : request.Action.Contains("Dataset", StringComparison.Ordinal) ? "paidataset" : "paiworkspace";
        return $"{kind}:{request.Action}";
    }

    private static bool Is(string code, string known) => code.Equals(known, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string code, string known) => code.StartsWith(known, StringComparison.OrdinalIgnoreCase);
}
