using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>EAS marks one image of a family as the latest.</summary>
/// <remarks>Source: R7008: label system.eas.deploy.latest=true.</remarks>
public sealed class EAS2121NewerImage : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2121", Severity.Info, "A newer image of the family is out",
        "service '{0}': image '{1}' is older than '{2}', which EAS marks as the latest of its family. Set Image=\"{2}\" to move to it.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is not { Image.Value: { } image, Spec.Environment.Image: { Value: { IsBareFamily: false } } wanted })
        {
            yield break;
        }

        ImageReference used = new(image.Name);
        CatalogImage? latest = ImageMatch.OfFamily(service.Catalog.Images, used)
            .FirstOrDefault(row => row.Label(ModelMatch.LatestLabel) == "true" && ChipClassifier.Of(row.Labels).Intersect(image.Chips).Any());
        if (latest is not null && IsOlder(used.Tag, new ImageReference(latest.Name).Tag))
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), image.Name.Shown(), latest.Name);
        }
    }

    // By version alone: a variant of the same version is no older.
    private static bool IsOlder(string tag, string latest) =>
        ImageTag.Parse(tag).Version is { } version && ImageTag.Parse(latest).Version is { } newest && version < newest;
}
