using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A check asks in one way.</summary>
/// <remarks>Source: service-config.md section 4 (Probe), R2050.</remarks>
public sealed class EAS5030ProbeKind : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5030", Severity.Error, "A check has no way to ask, or several",
        "'{0}' has {1}. Write exactly one of http_get, tcp_socket or exec.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonObject probe) in ProbeParts.In(text))
        {

            if (ProbeParts.Ways.Where(probe.ContainsKey).ToArray() is { Length: not 1 } ways)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), ways.Length == 0 ? "none of them" : string.Join(" and ", ways));
            }
        }
    }
}
