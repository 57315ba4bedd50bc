using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Delays start at 0, everything else at 1.</summary>
/// <remarks>Source: service-config.md section 4 (Probe), R2051; Kubernetes.</remarks>
public sealed class EAS5031ProbeNumbers : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5031", Severity.Error, "A number of a check is out of range",
        "'{0}' is {1}. Write {2} or more.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonObject probe) in ProbeParts.In(text))
        {

            foreach ((string name, int least) in new[] { ("initial_delay_seconds", 0), ("period_seconds", 1), ("timeout_seconds", 1), ("success_threshold", 1), ("failure_threshold", 1) })
            {
                if (ConfigWalk.Number(probe[name]) is { } number && number < least)
                {
                    yield return Descriptor.At(text.At($"{pointer}/{name}"), $"{pointer[1..].Replace('/', '.')}.{name}", probe[name]!.ToJsonString(), least);
                }
            }
        }
    }
}
