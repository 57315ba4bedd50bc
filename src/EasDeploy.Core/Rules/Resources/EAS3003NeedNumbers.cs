using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Resources;

/// <summary>Sizes of an instance and prices are numbers in their own unit: 24, not 24GB.</summary>
/// <remarks>Source: R3006; service-config.md section 5 (spot_price_limit in USD); C21 (GB of a machine).</remarks>
public sealed class EAS3003NeedNumbers : IItemRule
{
    private static readonly (string Name, bool IsWhole, int Least, string Unit, string Example)[] s_numbers =
    [
        (Metadata.GpuCount, true, 0, "a whole number of cards, 0 or more", "1"),
        (Metadata.MinGpuMemory, false, 0, "a number of GB above 0", "24"),
        (Metadata.MinCpu, true, 1, "a whole number of cores, 1 or more", "8"),
        (Metadata.MinMemory, false, 0, "a number of GB above 0", "32"),
        (Metadata.SpotPriceLimit, false, 0, "a price in USD per hour above 0", "0.5"),
    ];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3003", Severity.Error, "A size or a price is not a number in range",
        "service '{0}': {1} '{2}' is not {3}. Set {1}=\"{4}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach ((string name, bool isWhole, int least, string unit, string example) in s_numbers)
        {
            if (item.Find(name) is { } value
                && !(isWhole ? ServiceSpec.ParseNumber(value.Text) >= least : ServiceSpec.ParseAmount(value.Text) > least))
            {
                yield return Descriptor.At(value.Location, item.Name.Shown(), name, value.Text.Shown(), unit, example);
            }
        }
    }
}
