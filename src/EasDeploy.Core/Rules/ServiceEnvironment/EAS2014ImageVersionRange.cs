using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>ImageVersion is a version range as NuGet writes them; one version is <c>[0.14.0]</c>.</summary>
/// <remarks>Source: design section 6 "image tags".</remarks>
public sealed class EAS2014ImageVersionRange : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2014", Severity.Error, "ImageVersion is not a version range",
        "service '{0}': ImageVersion '{1}' is not a version range. Write one like [0.12,0.14] or [0.14.0], without chip or variant.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.ImageVersion) is { } range && ServiceSpec.ParseRange(range.Text) is null)
        {
            yield return Descriptor.At(range.Location, item.Name.Shown(), range.Text.Shown());
        }
    }
}
