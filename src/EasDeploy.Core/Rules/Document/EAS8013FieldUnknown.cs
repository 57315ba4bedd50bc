using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Document;

/// <summary>A field that no published source names is probably a slip; the service ignores it in silence.</summary>
/// <remarks>Source: service-config.md R1030, R6001, C33: a wrong name inside autoscaler silently gives no bounds at all, an error.</remarks>
public sealed class EAS8013FieldUnknown : IItemRule
{
    private static readonly string[] s_autoscalers = ["autoscaler", "metadata.autoscaler"];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS8013", Severity.Warning, "A field is not known",
        "'{0}' is not a known field{1}, and the service ignores what it does not know. Write {2}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (ConfigMember member in item.Config is { } text ? ConfigWalk.Members(text) : [])
        {
            if (member.Field is null && member.Name != "[]" && MisplacedFields.RightPlace(ConfigFields.Child(member.Section, member.Name)) is null)
            {
                string[] known = [.. ConfigFields.NamesIn(member.Section)];
                Diagnostic finding = Descriptor.At(
                    item.Config!.NameAt(member.Pointer), member.Name.Shown(), member.Section.Length == 0 ? "" : $" of {member.Section}",
                    NearestName.Of(member.Name, known) is { } nearest ? $"'{nearest}', or leave it out" : "one that is, or leave it out");
                yield return IsAutoscaler(member.Section) ? finding with { Severity = Severity.Error } : finding;
            }
        }
    }

    private static bool IsAutoscaler(string section) =>
        s_autoscalers.Any(autoscaler => section == autoscaler || section.StartsWith(autoscaler + ".", StringComparison.Ordinal));
}
