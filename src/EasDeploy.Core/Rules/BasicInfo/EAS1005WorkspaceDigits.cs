using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.BasicInfo;

/// <summary>In a document the workspace is named by its id; only items may use its name.</summary>
/// <remarks>Source: service-config.md R1012.</remarks>
public sealed class EAS1005WorkspaceDigits : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS1005", Severity.Error, "A workspace id is not digits",
        "'metadata.workspace_id' is '{0}', and a workspace id is digits only. Write the id, such as \"312319\", or leave it out.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/metadata/workspace_id"))
        {
            if (ConfigWalk.Text(node) is { } id && !IsId(id))
            {
                yield return Descriptor.At(text.At(pointer), id.Shown());
            }
        }
    }

    internal static bool SpeaksFor(ServiceItem item, string workspace) => item.Config is not null && !IsId(workspace);

    private static bool IsId(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
