using System.Net.Http.Headers;
using System.Text;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Tool.Invoking;

/// <summary>Calls a service at its endpoint with its token. The token goes into one header and nowhere else.</summary>
/// <remarks>Source: openapi.md section 5.2 (Authorization: the token verbatim); checklist X60–X63.</remarks>
internal sealed class ServiceCall : IDisposable
{
    private const int LongestShown = 300;

    private readonly LiveService _service;
    private readonly string _options;
    private readonly Uri _endpoint;
    private readonly HttpClient _client;

    /// <param name="isIntranet">True: from inside its VPC.</param>
    /// <param name="timeout">Until the answer begins; a model may think for minutes.</param>
    /// <param name="options">Of the cloud, for commands to paste; each with a blank before it.</param>
    /// <exception cref="StoppedException">EAS8053: there is no such endpoint.</exception>
    public ServiceCall(LiveService service, bool isIntranet, TimeSpan timeout, string options)
    {
        string? endpoint = isIntranet ? service.IntranetEndpoint
            : string.IsNullOrWhiteSpace(service.InternetEndpoint) ? service.IntranetEndpoint : service.InternetEndpoint;
        _endpoint = Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address)
            ? address
            : throw new StoppedException(ExitCode.DiagnosticsSayNo, ToolDiagnostics.NotCallable.At(
                SourceLocation.None, service.Name, isIntranet ? "IntranetEndpoint" : "endpoint", service.Status, options));
        (_service, _options) = (service, options);
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = !_endpoint.IsLoopback, AllowAutoRedirect = false }) { Timeout = timeout };
    }

    /// <param name="path">Behind the endpoint, with or without a leading slash.</param>
    /// <param name="body">JSON or any text; null = none.</param>
    /// <returns>The answer of a call that went well; its content may still arrive.</returns>
    /// <exception cref="StoppedException">EAS8054: another status than 2xx. EAS8055: no answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, CancellationToken ct)
    {
        string address = _endpoint.AbsoluteUri.TrimEnd('/') + (path.Length == 0 ? "" : "/" + path.TrimStart('/'));
        using HttpRequestMessage request = new(method, address);
        if (!_service.AccessToken.IsEmpty)
        {
            request.Headers.TryAddWithoutValidation("Authorization", _service.AccessToken.Reveal());
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        try
        {
            HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (answer.IsSuccessStatusCode)
            {
                return answer;
            }

            string text = await answer.Content.ReadAsStringAsync(ct);
            answer.Dispose();
            throw new StoppedException(ExitCode.CloudSaysNo, ToolDiagnostics.CallRefused.At(
                SourceLocation.None, _service.Name, (int)answer.StatusCode, Shown(text), Repair((int)answer.StatusCode, text)));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            string reason = fault is OperationCanceledException ? $"no answer within {_client.Timeout.TotalSeconds:0} s" : fault.Message.TrimEnd('.');
            throw new StoppedException(ExitCode.CloudSaysNo, ToolDiagnostics.CallUnanswered.At(SourceLocation.None, _service.Name, _endpoint.Authority, reason));
        }
    }

    public void Dispose() => _client.Dispose();

    private string Shown(string text)
    {
        string clean = _service.AccessToken.Reveal() is { Length: >= 6 } token ? text.Replace(token, "***", StringComparison.Ordinal) : text;
        return clean.Trim() is { Length: > 0 } said ? said.ReplaceLineEndings(" ").TrimEnd('.').Shown(LongestShown) : "(empty answer)";
    }

    /// <remarks>Source: checklist X63; openapi.md section 1, point 12.</remarks>
    private string Repair(int status, string text) => status switch
    {
        401 or 403 => "The token of this service is not accepted here: a dedicated gateway may ask for one of its own",
        404 when text.Trim().Length == 0 => "The gateway does not know the service yet: try again within two minutes of Running",
        404 => "Correct --path: the server has no such route or model",
        503 or 502 => $"No instance is ready: try again, and look with 'dotnet eas status {_service.Name}{_options}'",
        _ => $"Look at 'dotnet eas logs {_service.Name}{_options}' for what the server says",
    };
}
