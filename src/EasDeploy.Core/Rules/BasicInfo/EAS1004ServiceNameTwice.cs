using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Rules.BasicInfo;

/// <summary>Two services of one project cannot share a name: the second would delete the first. A disabled one does not count.</summary>
/// <remarks>Source: names are unique per region (service-config.md section 3); a second create answers 409 (checklist X3).</remarks>
public sealed class EAS1004ServiceNameTwice : IProjectRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS1004", Severity.Error, "Service name is used twice",
        "service name '{0}' is already used{1}. Rename this service, for example to '{2}'.");

    public IEnumerable<Diagnostic> Check(IReadOnlyList<ServiceItem> items)
    {
        Dictionary<string, int> uses = new(StringComparer.Ordinal);
        Dictionary<string, ServiceItem> first = new(StringComparer.Ordinal);
        foreach (ServiceItem item in items.Where(IsEnabled))
        {
            if (first.TryAdd(item.Name, item))
            {
                continue;
            }

            int use = uses[item.Name] = uses.GetValueOrDefault(item.Name, 1) + 1;
            string suffix = "_" + use.ToString(CultureInfo.InvariantCulture);
            string corrected = CorrectedName.Of(item.Name);
            string free = corrected[..Math.Min(corrected.Length, CorrectedName.Longest - suffix.Length)] + suffix;
            yield return Descriptor.At(item.Location, item.Name.Shown(), PlaceOf(first[item.Name].Location), free);
        }
    }

    private static bool IsEnabled(ServiceItem item) =>
        item.Find(PropertyCatalog.Metadata.Enabled) is not { } enabled || ServiceSpec.ParseFlag(enabled.Text) != false;

    private static string PlaceOf(SourceLocation location) => location switch
    {
        { Line: 0 } => "",
        { File: null } => string.Create(CultureInfo.InvariantCulture, $" in line {location.Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $" in {Path.GetFileName(location.File)} line {location.Line}"),
    };
}
