using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>gRPC switches the gateway's protocol, so a server or a check that speaks HTTP/1.1 is no longer reached.</summary>
/// <remarks>Source: R6030; ruling C11.</remarks>
public sealed class EAS5207GrpcWithHttp : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5207", Severity.Warning, "gRPC with an HTTP server or check",
        "service '{0}': Grpc switches the gateway to gRPC, and {1} speaks HTTP. {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Features.Grpc is not { Value: true } grpc)
        {
            yield break;
        }

        if (service.Family != ImageFamily.Other)
        {
            yield return Descriptor.At(grpc.Location, service.Name.Shown(), $"the server of image family {service.Family}", "Remove Grpc");
        }
        else if (service.Spec.Features.HealthCheck is { Kind.Value: HealthCheckKind.Http })
        {
            yield return Descriptor.At(grpc.Location, service.Name.Shown(), "the health check", "Set HealthCheck=\"tcp\"");
        }
    }
}
