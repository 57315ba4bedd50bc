using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Network;

/// <summary>A load balancer is reached from the VPC or from the internet; no other word would do what it says.</summary>
/// <remarks>Source: R5026; both at once need two load balancers.</remarks>
public sealed class EAS4003ListenerNetType : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4003", Severity.Error, "NetType is neither intranet nor internet",
        "service '{0}': NetType '{1}' of EasNlbListener '{2}' is neither intranet nor internet. Set NetType=\"intranet\", or NetType=\"internet\" to open it to everybody.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (AttachedItem listener in item.NlbListeners)
        {
            if (listener.Find(Metadata.NetType) is { } type && !IsKnown(type.Text.Trim()))
            {
                yield return Descriptor.At(type.Location, item.Name.Shown(), type.Text.Shown(), listener.Include.Shown());
            }
        }
    }

    private static bool IsKnown(string text) =>
        text.Equals("intranet", StringComparison.OrdinalIgnoreCase) || text.Equals("internet", StringComparison.OrdinalIgnoreCase);
}
