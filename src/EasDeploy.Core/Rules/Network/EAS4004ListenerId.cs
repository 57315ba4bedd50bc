using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Network;

/// <summary>A listener belongs to a load balancer of the service's own, or to one that exists.</summary>
/// <remarks>Source: R5020, R5025; service-config.md section 7.</remarks>
public sealed class EAS4004ListenerId : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS4004", Severity.Error, "A listener names no load balancer",
        "service '{0}': EasNlbListener '{1}' is neither 'default' nor the id of a load balancer. Write Include=\"default\", or Include=\"nlb-…\" with the id of your own.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (AttachedItem listener in item.NlbListeners)
        {
            string id = listener.Include.Trim();
            if (!IsId(id))
            {
                yield return Descriptor.At(listener.Location, item.Name.Shown(), listener.Include.Shown());
            }
        }
    }

    private static bool IsId(string id) =>
        id == NlbListener.DefaultId || (id.StartsWith("nlb-", StringComparison.Ordinal) && id.Length > 4 && id.All(IsIdCharacter));

    private static bool IsIdCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '-';
}
