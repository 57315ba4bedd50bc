using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image with a tag is one image: a range or a chip beside it would choose nothing.</summary>
/// <remarks>Source: design section 3: ImageVersion only with a bare family.</remarks>
public sealed class EAS2213VersionOfTaggedImage : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2213", Severity.Error, "ImageVersion or Chip beside an image with a tag",
        "service '{0}': {1} '{2}' chooses among the images of a family, and Image '{3}' is one image already. Remove {1}, or set Image=\"{4}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Environment.Image is not { Value.IsBareFamily: false } image)
        {
            yield break;
        }

        foreach (string name in (string[])[Metadata.ImageVersion, Metadata.Chip])
        {
            if (service.Spec.Item.Find(name) is { } value)
            {
                yield return Descriptor.At(
                    value.Location, service.Name.Shown(), name, value.Text.Shown(), image.Value.Text.Shown(), image.Value.Family.Shown(40));
            }
        }
    }
}
