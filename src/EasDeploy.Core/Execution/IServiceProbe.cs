using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Calls a deployed service at its own endpoint, as its users do. Implemented beside the transports.</summary>
public interface IServiceProbe
{
    /// <summary>Sends one request and reads its answer. Never throws for what the network or the service says.</summary>
    Task<ProbeAnswer> SendAsync(ProbeRequest request, CancellationToken ct);
}

/// <summary>One request to a service.</summary>
/// <param name="Token">Sent as <c>Authorization</c>, as it is; never shown. Empty = none is sent.</param>
/// <param name="JsonBody">Sent with POST; null = GET.</param>
/// <param name="Timeout">From the first byte sent to the last byte read.</param>
/// <remarks>Source: checklist X62; openapi.md section 5.2 (token verbatim).</remarks>
public sealed record ProbeRequest(Uri Address, Secret Token, string? JsonBody, TimeSpan Timeout);

/// <summary>What came back.</summary>
/// <param name="Status">HTTP status; null = no answer.</param>
/// <param name="Body">Beginning of the body as text.</param>
/// <param name="Trouble">Why there is no answer, in words; empty when there is one.</param>
public sealed record ProbeAnswer(int? Status, string Body, string Trouble)
{
    public static ProbeAnswer None(string trouble) => new(null, "", trouble);
}
