using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A command that names a number of GPUs fits types with the same GPUs.</summary>
/// <remarks>Source: R3023.</remarks>
public sealed class EAS3123MixedGpusWithParallel : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3123", Severity.Warning, "A list of different GPUs with a fixed spread",
        "service '{0}': the start command is written for {1} GPUs, and InstanceType lists types with different ones: {2}. Keep types with the same GPUs.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        List<WantedInstanceType> types = [.. service.InstanceTypes.Except(EAS3101ChipMismatch.Mismatches(service)).Where(type => type.Type.Value is not null)];
        List<Catalogs.InstanceType> rows = types.ConvertAll(type => type.Type.Value!.Row);
        ParallelDegree wanted = ParallelDegree.Of(service.StartCommand);
        if (wanted.IsWritten && rows.FindIndex(row => (row.Gpu, row.GpuAmount) != (rows[0].Gpu, rows[0].GpuAmount)) is > 0 and var other)
        {
            yield return Descriptor.At(
                types[other].Name.Location, service.Name.Shown(), wanted.Gpus, string.Join(", ", rows.Select(row => $"{row.Name} ({row.GpuAmount} x {row.Gpu})")).Shown(160));
        }
    }
}
