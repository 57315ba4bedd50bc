using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An image says which chip it was built for, in words we know; else its instance type cannot be checked.</summary>
/// <remarks>Source: R3024, R3026; checklist S3.2-11: a message, not silence.</remarks>
public sealed class EAS2102ImageChipUnknown : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2102", Severity.Warning, "The chip of the image is not known",
        "service '{0}': image '{1}' {2}, so the instance type cannot be checked against it. Compare {3} with the image's own documentation.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service is { Image.Value: { Chips.IsEmpty: true } image, Spec.Environment.Image: { } wanted })
        {
            string reason = image.UnknownChips.IsEmpty
                ? "has no chip label"
                : $"names only chips this version does not know ({string.Join(", ", image.UnknownChips).Shown()})";
            string toCompare = service.Spec.Resources switch
            {
                { InstanceTypes: [var first, ..] } => $"InstanceType '{first.Value.Shown()}'",
                { ResourceGroup: not null } => "the resource group",
                _ => "the instance type you choose",
            };
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Text.Shown(), reason, toCompare);
        }
    }
}
