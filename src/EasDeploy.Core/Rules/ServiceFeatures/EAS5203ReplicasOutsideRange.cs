using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A service starts with a number of instances the autoscaler would keep.</summary>
/// <remarks>Source: R6007. Rests when the bounds themselves are wrong (EAS5202).</remarks>
public sealed class EAS5203ReplicasOutsideRange : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5203", Severity.Warning, "Replicas is outside the bounds of the autoscaler",
        "service '{0}' starts with {1} instances, outside of {2} to {3}. Set Replicas=\"{4}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        int replicas = service.Spec.Resources.Replicas;
        if (service.Spec.Features.Autoscaler is { Max: { } max } autoscaler && max.Value > autoscaler.Least
            && (replicas < autoscaler.Least || replicas > max.Value))
        {
            yield return Descriptor.At(
                service.Spec.Item.Find(Metadata.Replicas)?.Location ?? autoscaler.Location,
                service.Name.Shown(), replicas, autoscaler.Least, max.Value, replicas < autoscaler.Least ? autoscaler.Least : max.Value);
        }
    }
}
