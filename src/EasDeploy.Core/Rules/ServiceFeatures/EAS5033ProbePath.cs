using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>An HTTP check asks for an absolute path.</summary>
/// <remarks>Source: service-config.md R2053.</remarks>
public sealed class EAS5033ProbePath : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5033", Severity.Error, "The path of a check does not start with a slash",
        "'{0}' is '{1}'. Write '/{1}'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonObject probe) in ProbeParts.In(text))
        {

            if (probe["http_get"] is JsonObject get && ConfigWalk.Text(get["path"]) is { } path && !path.StartsWith('/'))
            {
                yield return Descriptor.At(text.At(pointer + "/http_get/path"), pointer[1..].Replace('/', '.') + ".http_get.path", path.Shown());
            }
        }
    }
}
