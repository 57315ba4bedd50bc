using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.BasicInfo;

/// <summary>A document names its service once.</summary>
/// <remarks>Source: service-config.md R1005, C03.</remarks>
public sealed class EAS1201NamesDiffer : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS1201", Severity.Error, "Two names in one document",
        "the document names the service '{0}' at the top and '{1}' under 'metadata'. Remove the top-level 'name'.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        string? top = ConfigWalk.Text(text.Root["name"]);
        string? inner = ConfigWalk.Text(text.Root["metadata"] is JsonObject metadata ? metadata["name"] : null);
        if (top is not null && inner is not null && top != inner)
        {
            yield return Descriptor.At(text.At("/name"), top.Shown(), inner.Shown());
        }
    }
}
