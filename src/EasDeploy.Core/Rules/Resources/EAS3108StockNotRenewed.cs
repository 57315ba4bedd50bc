using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A type with closed stock is given out until nothing is left.</summary>
/// <remarks>Source: R3012: StockStatus ClosedWithStock of DescribeMachineSpec.</remarks>
public sealed class EAS3108StockNotRenewed : IHourlyRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3108", Severity.Info, "The instance type is not restocked",
        "service '{0}': the stock of instance type '{1}' is not renewed in {2} (ClosedWithStock). Add a second type to InstanceType, such as {3}, for the day it is gone.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        WantedInstanceType[] types = [.. service.InstanceTypes];
        if (types.Length > 0 && types.All(wanted => wanted.Type.Value?.Row is { IsAvailable: true, StockStatus: "ClosedWithStock" }))
        {
            InstanceType first = types[0].Type.Value!.Row;
            string offer = InstanceRanking.Pick(
                [.. service.Catalog.InstanceTypes.Where(type => type.StockStatus == "WithStock")], [types[0].Type.Value!.Chip], service.Memory)?.Name ?? "one of 'dotnet eas list instances'";
            yield return Descriptor.At(types[0].Name.Location, service.Name.Shown(), first.Name, service.Catalog.Region ?? "this region", offer);
        }
    }
}
