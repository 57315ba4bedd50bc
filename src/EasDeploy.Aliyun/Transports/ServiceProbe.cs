using System.Net.Http.Headers;
using System.Text;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Transports;

/// <summary>Calls services over HTTP. Knows the proxies of the environment; a redirect is an answer and never carries the token on.</summary>
/// <param name="userAgent">Sent with every call: see <see cref="UserAgent"/>.</param>
public sealed class ServiceProbe(string userAgent, TimeProvider? clock = null) : IServiceProbe, IDisposable
{
    private const int BodyKept = 64 * 1024;
    private readonly HttpExchange _direct = new(useProxy: false, clock ?? TimeProvider.System);
    private readonly HttpExchange _proxied = new(useProxy: true, clock ?? TimeProvider.System);

    public async Task<ProbeAnswer> SendAsync(ProbeRequest request, CancellationToken ct)
    {
        using HttpRequestMessage message = new(request.JsonBody is null ? HttpMethod.Get : HttpMethod.Post, request.Address);
        if (!request.Token.IsEmpty)
        {
            message.Headers.TryAddWithoutValidation("Authorization", request.Token.Reveal());
        }

        message.Headers.TryAddWithoutValidation("Accept", "*/*");
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent.AsHeader(userAgent));
        if (request.JsonBody is { } json)
        {
            message.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        try
        {
            HttpExchange exchange = request.Address.IsLoopback ? _direct : _proxied;
            HttpAnswer answer = await exchange.SendAsync(message, "Predict", request.Timeout, changes: false, ct).ConfigureAwait(false);
            return new ProbeAnswer(answer.Status, Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, BodyKept)]), "");
        }
        catch (CloudException failure)
        {
            // The message of the exception is about the API; here only the kind of trouble matters.
            string title = failure.Descriptor.Title;
            return ProbeAnswer.None(char.ToLowerInvariant(title[0]) + title[1..]);
        }
    }

    public void Dispose()
    {
        _direct.Dispose();
        _proxied.Dispose();
    }
}
