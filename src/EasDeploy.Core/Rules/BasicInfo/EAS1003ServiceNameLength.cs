using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.BasicInfo;

/// <summary>A service name has 3 to 63 characters.</summary>
/// <remarks>Source: deployment workflow, step 1.1; R1003; ruling C02.</remarks>
public sealed class EAS1003ServiceNameLength : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS1003", Severity.Error, "Service name is too short or too long",
        "service name '{0}' has {1} characters; 3 to 63 are allowed. Rename the service, for example to '{2}'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Name.Length is < CorrectedName.Shortest or > CorrectedName.Longest && !string.IsNullOrWhiteSpace(item.Name))
        {
            yield return Descriptor.At(item.Location, item.Name.Shown(), item.Name.Length, CorrectedName.Of(item.Name));
        }
    }
}
