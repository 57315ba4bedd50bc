using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Chip is one of the four kinds.</summary>
/// <remarks>Source: deployment workflow, phase 3 "Filter rules".</remarks>
public sealed class EAS2015ChipWord : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2015", Severity.Error, "Chip is not a kind of chip",
        "service '{0}': Chip '{1}' is none of GPU, CPU, PPU and XPU. Set Chip=\"GPU\" or another of them.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.Chip) is { } chip && ChipClassifier.Parse(chip.Text) is null)
        {
            yield return Descriptor.At(chip.Location, item.Name.Shown(), chip.Text.Shown());
        }
    }
}
