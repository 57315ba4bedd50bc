using System.Globalization;
using System.Text.RegularExpressions;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Hosts;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Signing;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Aliyun.Transports.Retries;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Oss;

/// <summary>Operations of object storage, one file each: XML, its own signature, the bucket in the host or the path.</summary>
/// <remarks>Source: openapi.md section 8.</remarks>
public sealed partial class OssClient : IStorageListing
{
    private readonly ServiceHosts _hosts;
    private readonly CloudSettings _settings;
    private readonly CredentialSource _credentials;
    private readonly TimeProvider _clock;
    private readonly HttpExchange _exchange;
    private readonly RetryPipeline<OssAnswer> _retries;
    private long _skew;

    /// <param name="credentials">Replaced by the emulator's test keys when the endpoint is a loopback address.</param>
    /// <param name="chance">Random number from 0 up to 1, for the pauses between attempts.</param>
    /// <exception cref="CloudException">EAS7012, EAS7013, EAS7014: the settings name no usable host.</exception>
    public OssClient(CloudSettings settings, CredentialSource credentials, TimeProvider? clock = null, Func<double>? chance = null)
    {
        _hosts = new ServiceHosts(settings);
        _settings = settings;
        _credentials = settings.IsLoopback ? EmulatorCredentials.Source : credentials;
        _clock = clock ?? TimeProvider.System;
        _exchange = new HttpExchange(useProxy: !settings.IsLoopback, _clock);
        _retries = new RetryPipeline<OssAnswer>(_clock, chance);
    }

    public void Dispose() => _exchange.Dispose();

    /// <param name="bucket">Null = the service itself.</param>
    /// <param name="key">Empty at bucket level.</param>
    /// <param name="range">Value of the Range header; null = the whole.</param>
    /// <param name="root">Root element of the document expected; null = any bytes.</param>
    private Task<OssAnswer> SendAsync(
        string action, string? bucket, string? region, string key, ApiQuery query, string? range, string? root, CancellationToken ct)
    {
        ApiRequest request = new() { Product = ApiProduct.Oss, Action = action, Query = query };
        if (bucket is not null && !BucketPattern().IsMatch(bucket))
        {
            throw Refusal.ToException(request, 404, new ApiError("InvalidBucketName", $"'{bucket}' is no bucket name", null, null));
        }

        (Uri address, bool inPath) = bucket is null ? (_hosts.BaseAddress(ApiProduct.Oss), false) : _hosts.BucketAddress(bucket, region);
        string encodedKey = string.Join('/', key.Split('/').Select(PercentEncoding.Encode));
        string resource = bucket is null ? "/" : $"/{bucket}/{encodedKey}";
        return _retries.RunAsync(request, AttemptAsync, ct);

        async ValueTask<Attempt<OssAnswer>> AttemptAsync(ApiCall call, CancellationToken token)
        {
            AccessKey accessKey = await _credentials.GetAsync(call.NeedsNewKey, token).ConfigureAwait(false);
            call.NeedsNewKey = false;
            using HttpRequestMessage message = Sign(
                address, inPath ? resource : "/" + encodedKey, resource, query, region ?? _settings.Region, accessKey);
            if (range is not null)
            {
                message.Headers.TryAddWithoutValidation("Range", range);
            }

            try
            {
                HttpAnswer answer = await _exchange.SendAsync(message, action, request.Timeout, changes: false, token).ConfigureAwait(false);
                if (answer.Status is >= 200 and < 300)
                {
                    return new Attempt<OssAnswer>(call, OssAnswer.Of(answer, action, root), null);
                }

                CloudException failure = ApiAnswer.Failure(request, answer, address.Authority, accessKey);
                if (failure.Descriptor == CloudDiagnostics.ClockSkew && answer.Date is { } time)
                {
                    Interlocked.Exchange(ref _skew, (time - _clock.GetUtcNow()).Ticks);
                }

                return new Attempt<OssAnswer>(call, null, failure, answer.RetryAfter, answer.Date);
            }
            catch (CloudException failure)
            {
                return new Attempt<OssAnswer>(call, null, failure);
            }
        }
    }

    /// <param name="path">As sent; differs from <paramref name="resource"/> when the bucket is in the host.</param>
    internal HttpRequestMessage Sign(Uri address, string path, string resource, ApiQuery query, string region, AccessKey key)
    {
        string time = (_clock.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _skew))).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string text = Oss4Signature.Query(query);
        HttpRequestMessage message = new(HttpMethod.Get, new Uri(
            $"{address.Scheme}://{address.Authority}{path}{(text.Length == 0 ? "" : "?" + text)}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        SortedDictionary<string, string> headers = new(StringComparer.Ordinal)
        {
            ["x-oss-content-sha256"] = Oss4Signature.UnsignedPayload,
            ["x-oss-date"] = time,
        };
        if (!key.SecurityToken.IsEmpty)
        {
            headers["x-oss-security-token"] = key.SecurityToken.Reveal();
        }

        foreach ((string name, string value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent.AsHeader(_settings.UserAgent));
        message.Headers.TryAddWithoutValidation("Authorization", Oss4Signature.Authorization(
            key.Id, key.KeySecret.Reveal(), time, region, Oss4Signature.CanonicalRequest("GET", resource, text, headers)));
        return message;
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketPattern();
}
