using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>The path of an http check begins with a slash and is nothing but a path.</summary>
/// <remarks>Source: R2053.</remarks>
public sealed class EAS5003HealthCheckPath : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5003", Severity.Error, "HealthCheckPath is not a path",
        "service '{0}': HealthCheckPath '{1}' does not begin with '/'. Set HealthCheckPath=\"{2}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.HealthCheckPath) is { } path && !path.Text.TrimStart().StartsWith('/'))
        {
            yield return Descriptor.At(path.Location, item.Name.Shown(), path.Text.Shown(), Offer(path.Text.Trim()));
        }
    }

    private static string Offer(string text) =>
        text.Length is > 0 and < 40 && text.All(character => char.IsAsciiLetterOrDigit(character) || "/_-.".Contains(character)) ? "/" + text : HealthCheckSpec.DefaultPath;
}
