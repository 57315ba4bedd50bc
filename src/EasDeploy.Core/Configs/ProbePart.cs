using System.Text.Json.Serialization;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Configs;

/// <summary>A probe of a container, with every number written.</summary>
/// <remarks>Source: service-config.md section 4 "Probe"; C12.</remarks>
internal sealed record ProbePart(
    [property: JsonPropertyName("http_get")] HttpGetPart? HttpGet,
    [property: JsonPropertyName("tcp_socket")] TcpSocketPart? TcpSocket,
    [property: JsonPropertyName("initial_delay_seconds")] int InitialDelaySeconds,
    [property: JsonPropertyName("period_seconds")] int PeriodSeconds,
    [property: JsonPropertyName("timeout_seconds")] int TimeoutSeconds,
    [property: JsonPropertyName("success_threshold")] int SuccessThreshold,
    [property: JsonPropertyName("failure_threshold")] int FailureThreshold)
{
    /// <returns>Null when no health check is wanted.</returns>
    public static ProbePart? Of(ResolvedService service) => service.Spec.Features.HealthCheck is { } check
        ? new ProbePart(
            check.Kind.Value == HealthCheckKind.Http ? new HttpGetPart(check.Path, service.Port) : null,
            check.Kind.Value == HealthCheckKind.Tcp ? new TcpSocketPart(service.Port) : null,
            check.InitialDelay,
            check.Interval,
            check.Timeout,
            SuccessThreshold: 1,
            check.FailureThreshold)
        : null;
}

internal sealed record HttpGetPart([property: JsonPropertyName("path")] string Path, [property: JsonPropertyName("port")] int Port);

internal sealed record TcpSocketPart([property: JsonPropertyName("port")] int Port);
