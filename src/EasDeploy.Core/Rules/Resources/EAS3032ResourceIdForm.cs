using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Resources;

/// <summary>In a document a resource group is named by its id.</summary>
/// <remarks>Source: service-config.md R3040.</remarks>
public sealed class EAS3032ResourceIdForm : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3032", Severity.Error, "A resource group id has the wrong form",
        "'metadata.resource' is '{0}', and a resource group id starts with 'eas-r-'. Write the id, such as 'eas-r-d29k8ytqxzxmqi7l0s'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/metadata/resource"))
        {
            if (ConfigWalk.Text(node) is { } id && !IsId(id))
            {
                yield return Descriptor.At(text.At(pointer), id.Shown());
            }
        }
    }

    internal static bool SpeaksFor(ServiceItem item, string group) => item.Config is not null && !IsId(group);

    private static bool IsId(string text) =>
        text.StartsWith("eas-r-", StringComparison.Ordinal) && text.Length > 6 && text.Skip(6).All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}
