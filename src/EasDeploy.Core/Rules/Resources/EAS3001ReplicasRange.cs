using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Resources;

/// <summary>Replicas is a whole number, 1 or more; no document states an upper limit.</summary>
/// <remarks>Source: R1010; deployment workflow, step 3.4.</remarks>
public sealed class EAS3001ReplicasRange : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3001", Severity.Error, "Replicas is not a number of instances",
        "service '{0}': Replicas '{1}' is not a whole number, 1 or more. Set Replicas=\"1\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(PropertyCatalog.Metadata.Replicas) is { } replicas && ServiceSpec.ParseNumber(replicas.Text) is not >= 1)
        {
            yield return Descriptor.At(replicas.Location, item.Name.Shown(), replicas.Text.Shown());
        }
    }
}
