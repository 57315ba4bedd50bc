using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports.Cli;

/// <summary>Reads what the CLI says when it fails, in whichever of its three shapes.</summary>
/// <remarks>Source: aliyun-cli.md sections 5.4, 5.5, 8.4 and 9.</remarks>
internal static partial class CliFailure
{
    private static readonly string[] ConfigurationWords =
    [
        "is not configure yet", "region can't be empty", "unknown profile", "load current configuration failed", "is not configured for profile",
        "invalid mode", "init client failed", "refresh session token failed",
    ];

    /// <param name="host">Where the call went, for messages.</param>
    /// <param name="retryAfter">Pause the server asked for, when the output repeats its headers.</param>
    public static CloudException Read(ApiRequest request, string host, int exitCode, string output, string errors, out TimeSpan? retryAfter)
    {
        string text = WithoutSecrets(Ansi().Replace(errors, ""));
        retryAfter = RetryAfterHeader().Match(text) is { Success: true } hint
            && int.TryParse(hint.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int ms) && ms > 0
            ? TimeSpan.FromMilliseconds(ms)
            : null;
        (int status, ApiError? error) = text.Contains("SDK.ServerError", StringComparison.Ordinal) ? Classic(text)
            : text.Contains("SDKError:", StringComparison.Ordinal) ? Plugin(text)
            : ObjectStorage().Match(text) is { Success: true } oss
                ? (int.Parse(oss.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
                    new ApiError(oss.Groups[2].Value, oss.Groups[3].Value, oss.Groups[4].Value, null))
            : Agent(text);
        if (error is { Code.Length: 0 } && ApiError.Read(Encoding.UTF8.GetBytes(error.Message)) is { Code.Length: > 0 } inner)
        {
            // The CLI knows one spelling of error bodies only; the other it passes on whole.
            error = inner with { RequestId = inner.RequestId ?? error.RequestId };
        }

        return error is { Code.Length: > 0 }
            ? Refusal.ToException(request, status, error)
            : error is not null ? Strange(request, host, status, error.Message) : Local(request, host, exitCode, text, output);
    }

    public static CloudException Strange(ApiRequest request, string host, int status, string words)
    {
        HttpAnswer glimpse = new(status, Encoding.UTF8.GetBytes(words), null, null, null, null);
        return With(CloudDiagnostics.NotJson, request, status, mayHaveBeenExecuted: !request.IsRead, host, request.Action, glimpse.Glimpse());
    }

    public static string FirstLine(string text)
    {
        string line = Ansi().Replace(text, "").Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";
        return line.Length > 300 ? line[..300] + "…" : line;
    }

    public static CloudException With(
        DiagnosticDescriptor descriptor, ApiRequest request, int status, bool mayHaveBeenExecuted, params object?[] arguments) =>
        new(descriptor, CloudException.Of(descriptor, null, arguments).Message)
        {
            Action = request.Action,
            HttpStatus = status,
            MayHaveBeenExecuted = mayHaveBeenExecuted,
        };

    /// <summary>Section 9.1: lines <c>ErrorCode:</c>, <c>RequestId:</c>, <c>Message:</c>; no HTTP status.</summary>
    private static (int Status, ApiError? Error) Classic(string text)
    {
        string code = Line(text, "ErrorCode");
        string requestId = Line(text, "RequestId");
        Match header = RequestIdHeader().Match(text);
        Match message = ClassicMessage().Match(text);
        Match action = AuthAction().Match(text);
        return (StatusOf(code), new ApiError(
            code,
            message.Success ? message.Groups[1].Value.Trim() : "",
            requestId.Length > 0 ? requestId : header.Success ? header.Groups[1].Value : null,
            action.Success ? action.Groups[1].Value : null));
    }

    /// <summary>Section 5.4: <c>StatusCode:</c>, <c>Code:</c>, <c>Message: code: 404, … request id: …</c>, <c>Data: {json}</c>.</summary>
    private static (int Status, ApiError? Error) Plugin(string text)
    {
        string code = Line(text, "Code");
        Match message = PluginMessage().Match(Line(text, "Message"));
        ApiError? body = ApiError.Read(Encoding.UTF8.GetBytes(Line(text, "Data")));
        return (
            int.TryParse(Line(text, "StatusCode"), NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : StatusOf(code),
            new ApiError(
                code,
                message.Success ? message.Groups[1].Value : Line(text, "Message"),
                body?.RequestId ?? (message.Groups[2] is { Success: true } id ? id.Value : null),
                body?.AuthAction));
    }

    /// <summary>Section 5.5: one line of JSON, the only shape with the status of classic calls.</summary>
    private static (int Status, ApiError? Error) Agent(string text)
    {
        string line = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        using JsonDocument? document = line.StartsWith('{') ? ApiAnswer.ParseObject(Encoding.UTF8.GetBytes(line)) : null;
        return document?.RootElement.Text("error_code") is { } code
            ? (document.RootElement.Count("status_code") ?? StatusOf(code),
                new ApiError(code, document.RootElement.Text("message") ?? "", document.RootElement.Text("request_id"), null))
            : (0, null);
    }

    private static CloudException Local(ApiRequest request, string host, int exitCode, string text, string output)
    {
        bool Says(string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
        bool isWrite = !request.IsRead;
        string first = FirstLine(text);
        return Says("connection refused") ? With(CloudDiagnostics.ConnectionRefused, request, 0, false, host, request.Action)
            : Says("no such host") ? With(CloudDiagnostics.HostNotFound, request, 0, false, host, request.Action)
            : Says("x509:") ? With(CloudDiagnostics.TlsFailed, request, 0, false, host, request.Action, first)
            : Says("Client.Timeout exceeded") || Says("i/o timeout") || Says("context deadline exceeded") ? TimedOut(request, host)
            : Says("connection reset") || Says("EOF") || Says("broken pipe") || Says("malformed HTTP")
                ? With(CloudDiagnostics.ConnectionBroke, request, 0, isWrite, host, request.Action, first)
            : ConfigurationWords.Any(Says)
                ? With(CloudDiagnostics.CredentialsUnusable, request, 0, false, "the aliyun CLI", first, "Run 'aliyun configure', or set EasTransport to Https.")
            : exitCode == 0 ? Strange(request, host, 200, output)
            // 2 and 3 are said before anything is sent; a panic or a killed process may come after.
            : With(CloudDiagnostics.CliFailed, request, 0, isWrite && (exitCode is not (2 or 3) || Says("panic:")),
                request.Action, exitCode, first.Length == 0 ? "it said nothing" : first);
    }

    public static CloudException TimedOut(ApiRequest request, string host) => With(
        CloudDiagnostics.NoAnswerInTime, request, 0, !request.IsRead, host, request.Action,
        request.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture));

    /// <summary>The CLI does not print the status, so the code must tell as much as it can.</summary>
    private static int StatusOf(string code) =>
        code.EndsWith(".AlreadyExists", StringComparison.OrdinalIgnoreCase) || code.Contains("Conflict", StringComparison.OrdinalIgnoreCase) ? 409
        : code.EndsWith(".NotFound", StringComparison.OrdinalIgnoreCase) || code.StartsWith("EntityNotExist", StringComparison.OrdinalIgnoreCase) ? 404
        : code.StartsWith("InternalError", StringComparison.OrdinalIgnoreCase) || code.StartsWith("InternalFailure", StringComparison.OrdinalIgnoreCase) ? 500
        : code.StartsWith("ServiceUnavailable", StringComparison.OrdinalIgnoreCase) ? 503
        : 0;

    private static string Line(string text, string name)
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.AsSpan().TrimStart().StartsWith(name + ":", StringComparison.Ordinal))
            {
                return line.TrimStart()[(name.Length + 1)..].Trim();
            }
        }

        return "";
    }

    /// <summary>A refused signature repeats what was signed, token included.</summary>
    private static string WithoutSecrets(string text) => TokenHeader().Replace(text, "$1***");

    [GeneratedRegex(@"\x1B\[[0-9;]*[A-Za-z]")]
    private static partial Regex Ansi();

    [GeneratedRegex(@"^Message:(.*?)(?:^RespHeaders: map\[|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ClassicMessage();

    [GeneratedRegex(@"^(?:code: \d+, )?(.*?)(?: request id: (\S+))?\s*$", RegexOptions.Singleline)]
    private static partial Regex PluginMessage();

    [GeneratedRegex(@"X-Acs-Request-Id:\[([^\]\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex RequestIdHeader();

    [GeneratedRegex(@"X-Acs-Retry-After:\[(\d+)\]", RegexOptions.IgnoreCase)]
    private static partial Regex RetryAfterHeader();

    [GeneratedRegex(@"StatusCode=(\d{3}), ErrorCode=([^,]+), ErrorMessage=""(.*?)"", RequestId=([^,\s]*)", RegexOptions.Singleline)]
    private static partial Regex ObjectStorage();

    [GeneratedRegex(@"AuthAction:(\S+?)[\s\]]")]
    private static partial Regex AuthAction();

    [GeneratedRegex(@"(security-?token[""':=\s]+(?:%3A)?)[^\s""',&]+", RegexOptions.IgnoreCase)]
    private static partial Regex TokenHeader();
}
