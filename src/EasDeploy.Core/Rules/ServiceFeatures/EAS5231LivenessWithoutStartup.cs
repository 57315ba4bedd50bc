using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Large models load for minutes; a liveness check alone takes that for a hang.</summary>
/// <remarks>Source: service-config.md R2057.</remarks>
public sealed class EAS5231LivenessWithoutStartup : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5231", Severity.Warning, "A liveness check without a startup check",
        "'{0}' restarts an instance that is still loading its model. Add a startup_check, which holds it back.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, _) in ConfigWalk.Find(text, "/containers/*/liveness_check"))
        {
            if (service.Family is ImageFamily.VLLM or ImageFamily.SGLang && !ConfigWalk.Find(text, pointer[..pointer.LastIndexOf('/')] + "/startup_check").Any())
            {
                yield return Descriptor.At(text.NameAt(pointer), pointer[1..].Replace('/', '.'));
            }
        }
    }
}
