using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>The entries of an instance type list carry one kind of chip: one image and one command must run on each of them.</summary>
/// <remarks>Source: R3022 (inferred). Rests when the image's chip is known and an entry misses it: EAS3101 names that entry.</remarks>
public sealed class EAS3203InstanceTypesMixChips : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3203", Severity.Error, "The instance types carry different chips",
        "service '{0}': InstanceType lists {1} type '{2}' and {3} type '{4}'. Keep types of one chip: InstanceType=\"{5}\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        List<WantedInstanceType> known = [.. service.InstanceTypes.Where(wanted => wanted.Type.Value is not null)];
        if (known.Count < 2 || EAS3101ChipMismatch.Mismatches(service).Any())
        {
            yield break;
        }

        WantedInstanceType first = known[0];
        Chip chip = first.Type.Value!.Chip;
        if (known.Find(wanted => wanted.Type.Value!.Chip != chip) is { } other)
        {
            string kept = string.Join(";", known.Where(wanted => wanted.Type.Value!.Chip == chip).Select(wanted => wanted.Name.Value));
            yield return Descriptor.At(
                other.Name.Location,
                service.Name.Shown(),
                ChipText.WithArticle(chip),
                first.Name.Value.Shown(),
                ChipText.WithArticle(other.Type.Value!.Chip),
                other.Name.Value.Shown(),
                kept.Shown());
        }
    }
}
