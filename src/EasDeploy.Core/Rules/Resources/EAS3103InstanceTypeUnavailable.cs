using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>
/// An instance type can be had now. Stock changes by the hour: a warning at build, an error at deployment;
/// one entry of a list may be sold out while another is not.
/// </summary>
/// <remarks>Source: deployment workflow, step 3.2 (IsAvailable); R3011; design section 4.</remarks>
public sealed class EAS3103InstanceTypeUnavailable : IHourlyRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3103", Severity.Error, "Instance type is not available now",
        "service '{0}': instance type '{1}' is not available{2} now{3}. Set InstanceType to {4}, or try again later.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        bool anotherIsAvailable = service.InstanceTypes.Any(wanted => wanted.Type.Value is { Row.IsAvailable: true });
        Severity severity = service.Purpose == CheckPurpose.Build || anotherIsAvailable ? Severity.Warning : Severity.Error;
        foreach (WantedInstanceType wanted in service.InstanceTypes)
        {
            if (wanted.Type.Value is not { Row.IsAvailable: false } type)
            {
                continue;
            }

            string region = service.Catalog.Region is { } id ? $" in {id}" : "";
            string stock = type.Row.StockStatus.Length == 0 ? "" : $" ({type.Row.StockStatus.Shown()})";
            string offer = InstanceRanking.Pick(service.Catalog.InstanceTypes, [type.Chip])?.Name ?? "another type";
            Diagnostic finding = Descriptor.At(wanted.Name.Location, service.Name.Shown(), wanted.Name.Value.Shown(), region, stock, offer);
            yield return finding with { Severity = severity };
        }
    }
}
