using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.BasicInfo;

/// <summary>A service name is made of <c>a-z</c>, <c>0-9</c> and <c>_</c>: nothing that could leave the output folder or an address.</summary>
/// <remarks>Source: deployment workflow, step 1.1; R1002; rulings K2, C01.</remarks>
public sealed class EAS1001ServiceNameCharacters : IItemRule
{
    private const int MostListed = 10;

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS1001", Severity.Error, "Service name has characters that are not allowed",
        "service name '{0}' contains {1}; only a-z, 0-9 and _ are allowed. Rename the service to '{2}'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        List<string> offending = [.. item.Name
            .EnumerateRunes()
            .Where(rune => !rune.IsAscii || !CorrectedName.IsAllowed((char)rune.Value))
            .Distinct()
            .Take(MostListed + 1)
            .Select(rune => $"'{AuthorText.Shown(rune)}'")];
        if (offending.Count == 0 || string.IsNullOrWhiteSpace(item.Name))
        {
            yield break;
        }

        string list = offending.Count > MostListed ? string.Join(", ", offending.Take(MostListed)) + " and others" : string.Join(", ", offending);
        yield return Descriptor.At(item.Location, item.Name.Shown(), list, CorrectedName.Of(item.Name));
    }
}
