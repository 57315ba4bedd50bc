using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Deploy;

/// <summary>Verify names one of the three levels: a typing slip must not skip what was to be checked.</summary>
/// <remarks>Source: design section 3.</remarks>
public sealed class EAS6003VerifyValue : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS6003", Severity.Error, "Verify is not a level",
        "service '{0}': Verify '{1}' is not None, Gateway or Model. Set Verify=\"{2}\", or leave it out.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(PropertyCatalog.Metadata.Verify) is { } value && ServiceSpec.ParseVerify(value.Text) is null)
        {
            string offer = NearestName.Of(value.Text.Trim(), Enum.GetNames<VerifyLevel>()) ?? nameof(VerifyLevel.Gateway);
            yield return Descriptor.At(value.Location, item.Name.Shown(), value.Text.Shown(), offer);
        }
    }
}
