using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Port is a whole number from 1 to 65535.</summary>
/// <remarks>Source: R2010.</remarks>
public sealed class EAS2002PortRange : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2002", Severity.Error, "Port is not a port number",
        "service '{0}': Port '{1}' is not a whole number from 1 to 65535. Set Port=\"8000\", or leave it out to take the image's own.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(PropertyCatalog.Metadata.Port) is { } port && ServiceSpec.ParseNumber(port.Text) is not (>= 1 and <= 65535))
        {
            yield return Descriptor.At(port.Location, item.Name.Shown(), port.Text.Shown());
        }
    }
}
