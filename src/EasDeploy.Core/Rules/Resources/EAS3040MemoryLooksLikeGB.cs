using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Resources;

/// <summary>Memory of an instance in a resource group is written in MB.</summary>
/// <remarks>Source: R3050; C21.</remarks>
public sealed class EAS3040MemoryLooksLikeGB : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3040", Severity.Warning, "Memory looks like gigabytes",
        "service '{0}': Memory is {1} MB. Write Memory=\"{2}\" if {1} GB are meant.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.Memory) is { } memory && ServiceSpec.ParseNumber(memory.Text) is { } number && LooksLikeGB(number))
        {
            yield return Descriptor.At(memory.Location, item.Name.Shown(), number, number * 1024);
        }
    }

    /// <summary>No service runs in so few MB.</summary>
    internal static bool LooksLikeGB(int memory) => memory is > 0 and < 512;
}
