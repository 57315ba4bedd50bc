using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>EAS keeps two container ports for itself.</summary>
/// <remarks>Source: R2011; ruling C14.</remarks>
public sealed class EAS2003PortReserved : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2003", Severity.Error, "Port is reserved by EAS",
        "service '{0}': Port {1} is reserved, EAS listens on 8080 and 9090 itself. Set Port=\"8000\", and the same port in Script if it names one.");

    /// <summary>Source: ruling C14: 8080 and 9090.</summary>
    public static bool IsReserved(int? port) => port is 8080 or 9090;

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(PropertyCatalog.Metadata.Port) is { } written && ServiceSpec.ParseNumber(written.Text) is { } port && IsReserved(port))
        {
            yield return Descriptor.At(written.Location, item.Name.Shown(), port);
        }
    }
}
