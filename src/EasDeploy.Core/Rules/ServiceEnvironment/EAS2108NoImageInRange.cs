using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A family has an image within the range and for the chip that are asked for.</summary>
/// <remarks>Source: design section 6 "image tags"; R7001. Rests when there is no such family: that is EAS2101.</remarks>
public sealed class EAS2108NoImageInRange : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2108", Severity.Error, "No image of the family fits",
        "service '{0}': no image of family '{1}' fits {2}; there are {3}. Set Image=\"{4}\", or ImageVersion and Chip so that one fits.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (SpeaksFor(service))
        {
            ServiceEnvironmentSpec wanted = service.Spec.Environment;
            List<string> asked = [];
            asked.Add(wanted.ImageVersion is { } range ? $"ImageVersion '{range.Value.ToString().Shown()}'" : "a release");
            if (wanted.Chip is { } chip)
            {
                asked.Add($"Chip {chip.Value}");
            }

            string[] known = [.. ImageMatch.OfFamily(service.Catalog.Images, wanted.Image!.Value)
                .Select(image => ImageTag.Parse(new ImageReference(image.Name).Tag)).OrderDescending().Select(tag => tag.Text)];
            string list = string.Join(", ", known.Take(4)) + (known.Length > 4 ? ", …" : "");
            string offer = ImageMatch.NewestOfFamily(service.Catalog.Images, service.Spec, service.Catalog.InstanceTypes)?.Name ?? $"{wanted.Image.Value.Family}:{known[0]}";
            yield return Descriptor.At(
                (wanted.ImageVersion?.Location ?? wanted.Chip?.Location) ?? wanted.Image.Location,
                service.Name.Shown(), wanted.Image.Value.Text.Shown(), string.Join(" and ", asked), list.Shown(120), offer.Shown());
        }
    }

    internal static bool SpeaksFor(ResolvedService service) =>
        service is { Image.State: ResolutionState.NotFound, Spec.Environment.Image: { Value.IsBareFamily: true } family }
        && ImageMatch.OfFamily(service.Catalog.Images, family.Value).Any();
}
