using System.Globalization;
using System.Text.Json;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Hosts;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Signing;
using EasDeploy.Aliyun.Transports.Retries;
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
    private readonly RetryPipeline<JsonDocument> _retries;

    /// <summary>How far the server's clock is ahead of ours, in ticks; learnt from a complaint.</summary>
    private long _skew;

    /// <param name="credentials">Replaced by the emulator's test keys when the endpoint is a loopback address.</param>
    /// <param name="chance">Random number from 0 up to 1, for the pauses between attempts.</param>
    /// <exception cref="CloudException">EAS7012, EAS7013, EAS7014: the settings name no usable host.</exception>
    public HttpsTransport(CloudSettings settings, CredentialSource credentials, TimeProvider? clock = null, Func<double>? chance = null)
    {
        _hosts = new ServiceHosts(settings);
        _credentials = settings.IsLoopback ? EmulatorCredentials.Source : credentials;
        _userAgent = UserAgent.AsHeader(settings.UserAgent);
        _clock = clock ?? TimeProvider.System;
        _exchange = new HttpExchange(useProxy: !settings.IsLoopback, _clock);
        _retries = new RetryPipeline<JsonDocument>(_clock, chance);
    }

    public Task<JsonDocument> SendAsync(ApiRequest request, CancellationToken ct) => _retries.RunAsync(request, AttemptAsync, ct);

    public void Dispose() => _exchange.Dispose();

    private async ValueTask<Attempt<JsonDocument>> AttemptAsync(ApiCall call, CancellationToken ct)
    {
        ApiRequest request = call.Request;
        AccessKey? key = request.IsAnonymous ? null : await _credentials.GetAsync(call.NeedsNewKey, ct).ConfigureAwait(false);
        call.NeedsNewKey = false;
        using HttpRequestMessage message = Sign(request, key, new TimeSpan(Interlocked.Read(ref _skew)));
        try
        {
            HttpAnswer answer = await _exchange
                .SendAsync(message, request.Action, request.Timeout, !request.IsRead, ct).ConfigureAwait(false);
            Attempt<JsonDocument> attempt = ApiAnswer.Interpret(call, answer, message.RequestUri!.Authority, key);
            if (attempt is { Failure: { } failure, ServerTime: { } time } && failure.Descriptor == CloudDiagnostics.ClockSkew)
            {
                Interlocked.Exchange(ref _skew, (time - _clock.GetUtcNow()).Ticks);
            }

            return attempt;
        }
        catch (CloudException failure)
        {
            return new Attempt<JsonDocument>(call, null, failure);
        }
    }

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
}
