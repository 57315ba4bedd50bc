using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Network;

/// <summary>The shared gateway is for tests: it limits a service to 1000 requests per second, whatever its instances can do.</summary>
/// <remarks>Source: R5031; deployment workflow, step 4.1; service-config.md section 7 (gateway_policy).</remarks>
public sealed class EAS4210SharedGatewayInProduction : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4210", Severity.Warning, "Several instances behind the shared gateway",
        "service '{0}' runs up to {1} instances behind the shared gateway, which is meant for tests (1000 requests per second at most). Set Gateway to a dedicated one, or keep one instance.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        Specs.AutoscalerSpec? autoscaler = service.Spec.Features.Autoscaler;
        int most = Math.Max(service.Spec.Resources.Replicas, autoscaler?.Max?.Value ?? 0);
        if (service.Spec.Network is { Gateway: null, Listeners.IsEmpty: true } && most > 1)
        {
            SourceLocation? place = service.Spec.Resources.Replicas == most ? service.Spec.Item.Find(Metadata.Replicas)?.Location : autoscaler?.Location;
            yield return Descriptor.At(place ?? service.Spec.Location, service.Name.Shown(), most);
        }
    }
}
