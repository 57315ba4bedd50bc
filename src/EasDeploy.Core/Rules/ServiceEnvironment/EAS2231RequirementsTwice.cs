using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A list of requirements wins over a file of them.</summary>
/// <remarks>Source: service-config.md section 4, R2040.</remarks>
public sealed class EAS2231RequirementsTwice : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2231", Severity.Warning, "Python requirements are given twice",
        "'{0}' has pythonRequirements and pythonRequirementsPath, and the path is ignored. Remove one of them.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/containers/*/prepare"))
        {
            if (node is JsonObject prepare && prepare["pythonRequirements"] is not null && prepare["pythonRequirementsPath"] is not null)
            {
                yield return Descriptor.At(text.At(pointer + "/pythonRequirementsPath"), pointer[1..].Replace('/', '.'));
            }
        }
    }
}
