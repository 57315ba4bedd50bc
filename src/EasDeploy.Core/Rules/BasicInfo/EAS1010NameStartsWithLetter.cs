using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.BasicInfo;

/// <summary>A name that starts with a letter is a name everywhere.</summary>
/// <remarks>Source: R1004 (inferred).</remarks>
public sealed class EAS1010NameStartsWithLetter : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS1010", Severity.Warning, "Service name does not start with a letter",
        "service name '{0}' starts with '{1}'. Rename the service to '{2}' if other tools are to use its name.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Name.Length > 0 && (char.IsAsciiDigit(item.Name[0]) || item.Name[0] == '_'))
        {
            yield return Descriptor.At(item.Location, item.Name.Shown(), item.Name[0], ("svc_" + item.Name.TrimStart('_')).Shown());
        }
    }
}
