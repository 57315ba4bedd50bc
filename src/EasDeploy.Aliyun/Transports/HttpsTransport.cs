using System.Globalization;
using System.Text.Json;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Hosts;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Signing;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports;

/// <summary>Calls the API over HTTPS, signed with ACS3-HMAC-SHA256.</summary>
/// <remarks>Source: openapi.md sections 3 and 4.</remarks>
public sealed class HttpsTransport : IAliyunTransport
{
    private readonly ServiceHosts _hosts;
    private readonly CredentialSource _credentials;
    private readonly string _userAgent;
    private readonly TimeProvider _clock;
    private readonly HttpExchange _exchange;

    /// <param name="credentials">Replaced by the emulator's test keys when the endpoint is a loopback address.</param>
    /// <exception cref="CloudException">EAS7012, EAS7013, EAS7014: the settings name no usable host.</exception>
    public HttpsTransport(CloudSettings settings, CredentialSource credentials, TimeProvider? clock = null)
    {
        _hosts = new ServiceHosts(settings);
        _credentials = settings.IsLoopback ? EmulatorCredentials.Source : credentials;
        _userAgent = UserAgent.AsHeader(settings.UserAgent);
        _clock = clock ?? TimeProvider.System;
        _exchange = new HttpExchange(useProxy: !settings.IsLoopback, _clock);
    }

    public async Task<JsonDocument> SendAsync(ApiRequest request, CancellationToken ct)
    {
        AccessKey? key = request.IsAnonymous ? null : await _credentials.GetAsync(renew: false, ct).ConfigureAwait(false);
        using HttpRequestMessage message = Sign(request, key, skew: TimeSpan.Zero);
        HttpAnswer answer = await _exchange
            .SendAsync(message, request.Action, request.Timeout, !request.IsRead, ct).ConfigureAwait(false);
        return Interpret(request, answer, message.RequestUri!.Authority, key);
    }

    public void Dispose() => _exchange.Dispose();

    /// <summary>Builds one attempt: its own date, its own nonce.</summary>
    /// <param name="skew">How far the server's clock is ahead of ours.</param>
    internal HttpRequestMessage Sign(ApiRequest request, AccessKey? key, TimeSpan skew)
    {
        Uri host = _hosts.BaseAddress(request.Product);
        string query = PercentEncoding.Query(request.Query);
        // Sent exactly as signed: Uri must not tidy up the path or unescape anything.
        Uri target = new(
            $"{host.Scheme}://{host.Authority}{request.Path}{(query.Length == 0 ? "" : "?" + query)}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        HttpRequestMessage message = new(request.Method, target);
        ReadOnlyMemory<byte> body = request.Body ?? default;
        SortedDictionary<string, string> signed = new(StringComparer.Ordinal)
        {
            ["host"] = host.Authority,
            ["x-acs-action"] = request.Action,
            ["x-acs-content-sha256"] = Acs3Signature.Hash(body.Span),
            ["x-acs-date"] = (_clock.GetUtcNow() + skew).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = Guid.NewGuid().ToString("N"),
            ["x-acs-version"] = request.Product.Version,
        };
        if (request.Body is not null)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
            signed["content-type"] = request.ContentType;
        }

        if (key is { SecurityToken.IsEmpty: false })
        {
            signed["x-acs-security-token"] = key.SecurityToken.Reveal();
            signed["x-acs-accesskey-id"] = key.Id;
        }

        foreach ((string name, string value) in signed)
        {
            if (name != "content-type")
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (key is not null)
        {
            string canonical = Acs3Signature.CanonicalRequest(
                request.Method.Method, request.Path, query, signed, signed["x-acs-content-sha256"]);
            message.Headers.TryAddWithoutValidation(
                "Authorization", Acs3Signature.Authorization(key.Id, key.KeySecret.Reveal(), signed.Keys, canonical));
        }

        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        return message;
    }

    private static JsonDocument Interpret(ApiRequest request, HttpAnswer answer, string host, AccessKey? key)
    {
        if (answer.Status >= 400 && ApiError.Read(answer.Body) is { } error)
        {
            throw Refusal.ToException(request, answer.Status, Without(key, error, answer.RequestId));
        }

        if (answer.Status is >= 200 and < 300)
        {
            if (answer.Body.IsEmpty)
            {
                return JsonDocument.Parse("{}");
            }

            if (ApiAnswer.ParseObject(answer.Body) is { } document)
            {
                return document;
            }
        }

        string glimpse = answer.Glimpse();
        CloudException text = CloudException.Of(
            CloudDiagnostics.NotJson, null, host, request.Action, key?.Redact(glimpse) ?? glimpse);
        throw new CloudException(text.Descriptor, text.Message)
        {
            Action = request.Action,
            RequestId = answer.RequestId,
            HttpStatus = answer.Status,
            // 4xx from something in between never reached the API; anything else may have.
            MayHaveBeenExecuted = !request.IsRead && answer.Status is < 400 or >= 500,
        };
    }

    private static ApiError Without(AccessKey? key, ApiError error, string? requestId) => error with
    {
        Message = key?.Redact(error.Message) ?? error.Message,
        RequestId = error.RequestId ?? requestId,
    };
}
