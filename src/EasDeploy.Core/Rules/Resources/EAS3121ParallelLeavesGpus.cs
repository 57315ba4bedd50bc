using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A language model uses the GPUs its command names; the others are paid and idle.</summary>
/// <remarks>Source: R3031.</remarks>
public sealed class EAS3121ParallelLeavesGpus : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3121", Severity.Warning, "The command leaves GPUs idle",
        "service '{0}': the start command uses {1} of the {2} GPUs of {3}. Write --tensor-parallel-size {2}, or choose a smaller type.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Family is not (ImageFamily.VLLM or ImageFamily.SGLang))
        {
            yield break;
        }

        ParallelDegree wanted = ParallelDegree.Of(service.StartCommand);
        foreach ((string where, int gpus) in GpuCounts.Of(service))
        {
            if (wanted.Gpus < gpus)
            {
                yield return Descriptor.At(service.Spec.PlaceOfCommand, service.Name.Shown(), wanted.Gpus, gpus, where);
                yield break;
            }
        }
    }
}
