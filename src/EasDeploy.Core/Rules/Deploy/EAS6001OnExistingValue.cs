using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Deploy;

/// <summary>OnExisting names one of the three policies: a typing slip must not delete a service.</summary>
/// <remarks>Source: design rulings K6, C27.</remarks>
public sealed class EAS6001OnExistingValue : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS6001", Severity.Error, "OnExisting is not a policy",
        "service '{0}': OnExisting '{1}' is not Recreate, Update or Fail. Set OnExisting=\"{2}\", or leave it out.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(PropertyCatalog.Metadata.OnExisting) is { } value && ServiceSpec.ParseOnExisting(value.Text) is null)
        {
            string offer = NearestName.Of(value.Text.Trim(), Enum.GetNames<OnExisting>()) ?? nameof(OnExisting.Fail);
            yield return Descriptor.At(value.Location, item.Name.Shown(), value.Text.Shown(), offer);
        }
    }
}
