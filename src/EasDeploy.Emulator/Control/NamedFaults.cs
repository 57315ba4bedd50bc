namespace EasDeploy.Emulator;

/// <summary>The usual troubles by name.</summary>
public static class NamedFaults
{
    private const string Json = "application/json;charset=utf-8";

    private static readonly Dictionary<string, Func<Fault>> Table = new(StringComparer.Ordinal)
    {
        ["reset"] = () => Of(FaultKind.Reset),
        ["reset-mid-body"] = () => Of(FaultKind.ResetMidBody),
        ["hang"] = () => Of(FaultKind.Hang),
        ["slow-body"] = () => Of(FaultKind.SlowBody) with { Duration = TimeSpan.FromSeconds(5) },
        ["truncated-json"] = () => Of(FaultKind.TruncatedBody),
        ["lost-answer"] = () => Of(FaultKind.Reset) with { AfterExecution = true },
        ["html-page"] = () => Text(200, "text/html", "<!DOCTYPE html><html><body><h1>Sign in to the network</h1></body></html>"),
        ["html-error-page"] = () => Text(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>"),
        ["wrong-content-type"] = () => Text(200, "text/plain", "OK"),
        ["empty-body"] = () => Text(200, Json, ""),
        ["xml-error"] = () => Text(400, "text/xml;charset=utf-8",
            "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>00000000-0000-0000-0000-000000000001</RequestId><HostId>emulator</HostId>"
            + "<Code>InvalidParameter</Code><Message>Injected fault.</Message></Error>"),
        ["lower-case-error"] = () => Text(400, Json, """{"code":"InvalidParameter","message":"Injected fault.","requestId":"00000000-0000-0000-0000-000000000002"}"""),
        ["no-permission"] = () => Text(403, Json, """
            {"RequestId":"00000000-0000-0000-0000-000000000003","HostId":"emulator","Code":"NoPermission","Message":"Injected fault.","Recommend":"",
            "AccessDeniedDetail":{"AuthAction":"eas:Injected","AuthPrincipalType":"SubUser","NoPermissionType":"ImplicitDeny","PolicyType":"AccountLevelIdentityBasedPolicy"}}
            """),
        ["throttled"] = () => Error(429, "Throttling.User"),
        ["throttled-with-400"] = () => Error(400, "Throttling"),
        ["throttled-with-hint"] = () => Error(429, "Throttling.Api") with { Headers = Header("x-acs-retry-after", "300") },
        ["throttled-with-retry-after"] = () => Error(429, "Throttling") with { Headers = Header("Retry-After", "1") },
        ["error-500"] = () => Error(500, "InternalError"),
        ["error-502"] = () => Text(502, "text/plain", "Bad Gateway"),
        ["error-503"] = () => Error(503, "ServiceUnavailable"),
        ["error-504"] = () => Text(504, "text/plain", ""),
        ["expired-token"] = () => Error(403, "InvalidSecurityToken.Expired"),
        ["clock-skew"] = () => Error(400, "InvalidTimeStamp.Expired"),
        ["nonce-used"] = () => Error(400, "SignatureNonceUsed"),
    };

    public static IReadOnlyCollection<string> Names => Table.Keys;

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="action">Operation it strikes, or <c>*</c>.</param>
    /// <exception cref="KeyNotFoundException">No fault has this name.</exception>
    public static Fault Of(string name, string action) => Table[name]() with { Action = action };

    private static Fault Of(FaultKind kind) => new() { Action = "*", Kind = kind };

    private static Fault Error(int status, string code) => new() { Action = "*", Status = status, Code = code };

    private static Fault Text(int status, string contentType, string body) => new() { Action = "*", Status = status, ContentType = contentType, Body = body };

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };
}
