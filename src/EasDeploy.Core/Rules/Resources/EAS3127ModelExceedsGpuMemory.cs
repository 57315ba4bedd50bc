using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>Beside the weights a server keeps the keys and values of every token, and room to work; vLLM does not start when one whole sequence has no room.</summary>
/// <remarks>Source: arithmetic over the listing and config.json; ModelMemory says what is counted and what is assumed. Weights that alone do not fit are EAS3126.</remarks>
public sealed class EAS3127ModelExceedsGpuMemory : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3127", Severity.Warning, "The model needs more GPU memory than there is",
        "service '{0}': '{1}' needs {2} and gets {3} of '{4}' ({5}): {6}. {7}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Memory is not { } memory)
        {
            yield break;
        }

        foreach (WantedInstanceType wanted in service.InstanceTypes)
        {
            if (wanted.Type.Value is { Row: { } type } && memory.Cards <= type.GpuAmount && memory.WeightsFitOn(type) && !memory.FitsOn(type))
            {
                yield return Descriptor.At(
                    wanted.Name.Location,
                    service.Name.Shown(),
                    service.Model.Value!.Place.Path.Shown(),
                    ModelMemory.Text(memory.Total),
                    ModelMemory.Text(memory.Offered(type)),
                    type.Name,
                    memory.OfferText(type),
                    memory.SumText,
                    MemoryRepair.Of(service, memory, type));
                yield break;
            }
        }
    }
}
