using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A single type and a list exclude each other.</summary>
/// <remarks>Source: service-config.md R3004.</remarks>
public sealed class EAS3230TypeAndList : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3230", Severity.Warning, "A type stands beside a list of types",
        "'cloud.computing' has instance_type and instances, and only one of them is used. Remove instance_type.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        if (ConfigWalk.Find(text, "/cloud/computing/instance_type").Any() && ConfigWalk.Find(text, "/cloud/computing/instances/*").Any())
        {
            yield return Descriptor.At(text.At("/cloud/computing/instance_type"));
        }
    }
}
