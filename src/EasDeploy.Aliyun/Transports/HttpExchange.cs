using System.Globalization;
using System.Net;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports;

/// <summary>One HTTP request and its whole answer. Knows nothing of signatures; turns what goes wrong on the wire into EAS70xx.</summary>
internal sealed class HttpExchange : IDisposable
{
    /// <summary>Largest answer read, after decompression.</summary>
    public const int SizeLimit = 64 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private readonly HttpClient _client;
    private readonly TimeProvider _clock;

    /// <param name="useProxy">False for loopback addresses: no proxy can reach this machine's own ports.</param>
    public HttpExchange(bool useProxy, TimeProvider clock)
    {
        _clock = clock;
        _client = new HttpClient(new SocketsHttpHandler
        {
            // A redirected request would carry a signature made for another host.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,
            UseProxy = useProxy,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <param name="action">Operation, for messages.</param>
    /// <param name="timeout">From the first byte sent to the last byte read.</param>
    /// <param name="changes">True when the request may change something, so that a lost answer is ambiguous.</param>
    /// <exception cref="CloudException">EAS7001 to EAS7006.</exception>
    public async Task<HttpAnswer> SendAsync(
        HttpRequestMessage request, string action, TimeSpan timeout, bool changes, CancellationToken ct)
    {
        string host = request.RequestUri!.Authority;
        using CancellationTokenSource limit = new(timeout, _clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using HttpResponseMessage response = await _client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            ReadOnlyMemory<byte> body = await ReadAsync(response, host, action, changes, either.Token).ConfigureAwait(false);
            return new HttpAnswer(
                (int)response.StatusCode,
                body,
                response.Content.Headers.ContentType?.ToString(),
                Header(response, "x-acs-request-id") ?? Header(response, "x-oss-request-id"),
                response.Headers.Date,
                RetryAfter(response));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (OperationCanceledException canceled)
        {
            bool connecting = !limit.IsCancellationRequested;
            TimeSpan spent = connecting ? ConnectTimeout : timeout;
            throw Failure(
                CloudDiagnostics.NoAnswerInTime, canceled, action, changes && !connecting, host, action,
                spent.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException)
        {
            throw WireFault.ToException(fault, host, action, changes);
        }
    }

    public void Dispose() => _client.Dispose();

    internal static CloudException Failure(
        DiagnosticDescriptor descriptor, Exception? inner, string action, bool mayHaveBeenExecuted, params object?[] arguments) =>
        new(descriptor, CloudException.Of(descriptor, null, arguments).Message, inner)
        {
            Action = action,
            MayHaveBeenExecuted = mayHaveBeenExecuted,
        };

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpResponseMessage response, string host, string action, bool changes, CancellationToken ct)
    {
        Stream stream = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream body = new();
            byte[] buffer = new byte[64 * 1024];
            int read;
            while ((read = await stream.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0)
            {
                if (body.Length + read > SizeLimit)
                {
                    throw Failure(
                        CloudDiagnostics.NotJson, null, action, changes, host, action, $"an answer of more than {SizeLimit >> 20} MB");
                }

                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    /// <remarks>Source: openapi.md section 4.2: <c>x-acs-retry-after</c> in milliseconds; 0, negative and junk count as absent.</remarks>
    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (int.TryParse(Header(response, "x-acs-retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out int ms) && ms > 0)
        {
            return TimeSpan.FromMilliseconds(ms);
        }

        TimeSpan? wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow(),
            _ => null,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }
}
