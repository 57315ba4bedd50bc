using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Resources;

/// <summary>Sizes and limits are whole numbers in their own unit: 4096, not 4GB.</summary>
/// <remarks>Source: service-config.md section 3: cpu and gpu int, memory int in MB.</remarks>
public sealed class EAS3002ResourceNumbers : IItemRule
{
    private static readonly (string Name, int Least, string Unit, string Example)[] Numbers =
    [
        (Metadata.Cpu, 1, "cores", "8"),
        (Metadata.Memory, 1, "MB", "32768"),
        (Metadata.Gpu, 0, "cards", "1"),
        (Metadata.WaitTimeout, 1, "seconds", "900"),
    ];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3002", Severity.Error, "A number is not a whole number in range",
        "service '{0}': {1} '{2}' is not a whole number of {3}, {4} or more. Set {1}=\"{5}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach ((string name, int least, string unit, string example) in Numbers)
        {
            if (item.Find(name) is { } value && !(ServiceSpec.ParseNumber(value.Text) >= least))
            {
                yield return Descriptor.At(value.Location, item.Name.Shown(), name, value.Text.Shown(), unit, least, example);
            }
        }
    }
}
