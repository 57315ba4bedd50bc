using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Network;

/// <summary>A listener has a port of its own; 8080 belongs to EAS.</summary>
/// <remarks>Source: R5021, R5022; rulings K13, C14 (9090 is fine). Without a port the load balancer would listen on all of them.</remarks>
public sealed class EAS4002ListenerPort : IItemRule
{
    private const int Reserved = 8080;

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4002", Severity.Error, "The port of a listener cannot be used",
        "service '{0}': EasNlbListener '{1}' {2}. Set Port=\"{3}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (AttachedItem listener in item.NlbListeners)
        {
            ItemValue? port = listener.Find(Metadata.Port);
            // In a document it may be left out: the load balancer then listens on every port, which its author knows.
            string? reason = port is null ? (item.Config is null ? "has no Port" : null) : Reason(port.Text);
            if (reason is not null)
            {
                yield return Descriptor.At(port?.Location ?? listener.Location, item.Name.Shown(), listener.Include.Shown(), reason, 9090);
            }
        }
    }

    private static string? Reason(string port) => ServiceSpec.ParseNumber(port) switch
    {
        Reserved => "listens on port 8080, which EAS uses itself",
        >= 1 and <= 65535 => null,
        _ => $"has the Port '{port.Shown()}', which is not a number from 1 to 65535",
    };
}
