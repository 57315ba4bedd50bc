using System.Globalization;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Resources;

/// <summary>An instance of a public type has what its type has; a larger wish is not met.</summary>
/// <remarks>Rests beside a group that spills over: the numbers are its share. Source: R3051; units: C21 (metadata.memory in MB, types in GB).</remarks>
public sealed class EAS3110MoreThanTypeHas : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3110", Severity.Warning, "More is asked for than the instance type has",
        "service '{0}': {1} {2}, and '{3}' has {4}. Choose a larger type, or remove it: a public type gives all it has.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        InstanceType[] types = [.. service.InstanceTypes.Select(wanted => wanted.Type.Value?.Row).OfType<InstanceType>()];
        if (types.Length == 0 || service.Spec.Item.SpillsOver)
        {
            yield break;
        }

        InstanceType type = types[0];
        (string Name, double Has)[] amounts = [(Metadata.Cpu, type.Cpu), (Metadata.Memory, type.Memory * 1024), (Metadata.Gpu, type.GpuAmount)];
        foreach ((string name, double has) in amounts)
        {
            if (Wish(service.Spec.Item, name) is { } wish && wish.Amount > has)
            {
                yield return Descriptor.At(
                    wish.Place, service.Name.Shown(), name, wish.Amount.ToString(CultureInfo.InvariantCulture), type.Name, has.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    // Beside a public type a document keeps these fields where they are.
    private static (double Amount, SourceLocation Place)? Wish(ServiceItem item, string name)
    {
        if (item.Find(name) is { } value && Specs.ServiceSpec.ParseNumber(value.Text) is { } number)
        {
            return (number, value.Location);
        }

        (string pointer, System.Text.Json.Nodes.JsonNode node) = item.Config is { } text ? ConfigWalk.Find(text, $"/metadata/{name.ToLowerInvariant()}").FirstOrDefault() : default;
        return pointer is not null && ConfigWalk.Number(node) is { } amount ? (amount, item.Config!.At(pointer)) : null;
    }
}
