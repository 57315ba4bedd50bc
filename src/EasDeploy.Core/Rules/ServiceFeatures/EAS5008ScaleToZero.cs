using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>No instance at all is only right where calls wake the service up again, which the items do not set up.</summary>
/// <remarks>Source: R6003: 0 only together with scale-to-zero (behavior.onZero).</remarks>
public sealed class EAS5008ScaleToZero : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5008", Severity.Warning, "AutoscaleMin is 0",
        "service '{0}': AutoscaleMin 0 takes the last instance away, and nothing is set up to bring one back. Set AutoscaleMin=\"1\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.AutoscaleMin) is { } min && ServiceSpec.ParseNumber(min.Text) == 0
            && !(item.Config is { } text && ConfigWalk.Find(text, "/autoscaler/behavior/onZero").Concat(ConfigWalk.Find(text, "/metadata/autoscaler/behavior/onZero")).Any()))
        {
            yield return Descriptor.At(min.Location, item.Name.Shown());
        }
    }
}
