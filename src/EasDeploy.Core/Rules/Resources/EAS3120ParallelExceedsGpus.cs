using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A model is spread over the GPUs of one instance, never over more.</summary>
/// <remarks>Source: R3030, R3032; service-config.md section 12 (flags).</remarks>
public sealed class EAS3120ParallelExceedsGpus : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3120", Severity.Error, "The command wants more GPUs than there are",
        "service '{0}': the start command spreads the model over {1} GPUs ({2}), and {3} has {4}. Write {5}, or choose a larger type.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        ParallelDegree wanted = ParallelDegree.Of(service.StartCommand);
        foreach ((string where, int gpus) in GpuCounts.Of(service))
        {
            if (wanted.Gpus > gpus)
            {
                string terms = string.Join(" x ", new[] { ("tensor", wanted.Tensor), ("pipeline", wanted.Pipeline), ("data", wanted.Copies) }
                    .Where(one => one.Item2 > 1).Select(one => $"{one.Item1} {one.Item2}"));
                yield return Descriptor.At(
                    service.Spec.PlaceOfCommand, service.Name.Shown(), wanted.Gpus, terms, where, gpus, $"--tensor-parallel-size {gpus}");
                yield break;
            }
        }
    }
}
