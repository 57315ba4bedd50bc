using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>GPUs of one instance, for each place the service may run.</summary>
internal static class GpuCounts
{
    /// <returns>Where, and how many cards: each type the catalog knows, and what is asked of the resource group where that serves. A unit of several machines counts them all. A type of another chip is EAS3101.</returns>
    public static IEnumerable<(string Where, int Gpus)> Of(ResolvedService service)
    {
        int machines = service.Spec.Item.Config is { } text && ConfigWalk.Find(text, "/unit/size").Select(size => ConfigWalk.Number(size.Node)).FirstOrDefault() is { } size and >= 1
            ? (int)size
            : 1;
        foreach (WantedInstanceType wanted in service.InstanceTypes.Except(EAS3101ChipMismatch.Mismatches(service)))
        {
            if (wanted.Type.Value is { Row.GpuAmount: > 0 } type)
            {
                yield return ($"'{type.Name}'", type.Row.GpuAmount * machines);
            }
        }

        if ((service.InstanceTypes.IsEmpty || service.Spec.Item.SpillsOver) && service.Spec.Resources is { ResourceGroup: not null, Gpu: { } cards and > 0 })
        {
            yield return ("the share of the resource group", cards * machines);
        }
    }
}
