using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>Weights that do not fit on the cards cannot be loaded: the container ends with an out-of-memory error.</summary>
/// <remarks>Source: arithmetic over the listing of the folder; ModelMemory says what is counted. Rests when the command wants more cards than there are (EAS3120).</remarks>
public sealed class EAS3126WeightsExceedGpuMemory : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3126", Severity.Error, "The weights do not fit on the GPUs",
        "service '{0}': the weights of '{1}' take {2}, and '{3}' has {4} x {5} GB for them. {6}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Memory is not { } memory)
        {
            yield break;
        }

        foreach (WantedInstanceType wanted in service.InstanceTypes)
        {
            if (wanted.Type.Value is { Row: { } type } && memory.Cards <= type.GpuAmount && !memory.WeightsFitOn(type))
            {
                yield return Descriptor.At(
                    wanted.Name.Location,
                    service.Name.Shown(),
                    service.Model.Value!.Place.Path.Shown(),
                    ModelMemory.Text(memory.Weights),
                    type.Name,
                    memory.Cards,
                    type.GpuMemory,
                    MemoryRepair.Of(service, memory, type));
                yield break;
            }
        }
    }
}
