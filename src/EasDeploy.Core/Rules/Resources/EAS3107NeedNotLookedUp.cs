using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Resources;

/// <summary>Types that meet a need are only known from the region's list.</summary>
/// <remarks>Source: design section 4: a build never fails for lack of a cloud. Rests where EAS3003 speaks.</remarks>
public sealed class EAS3107NeedNotLookedUp : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3107", Severity.Warning, "Instance types for a need were not looked up",
        "service '{0}' asks for {1}, and the instance types were not asked for, so eas_service.json names none. Set InstanceType to build without the cloud.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Catalog.IsQueried: false, InstanceTypes.IsEmpty: true, Spec.Resources: { Need: { IsReadable: true } need, ResourceGroup: null } })
        {
            yield return Descriptor.At(need.Location, service.Name.Shown(), InstanceNeed.TextOf(service.Spec.Item));
        }
    }
}
