using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>MaxSurge is a number of instances, or a share of them.</summary>
/// <remarks>Source: R6020.</remarks>
public sealed class EAS5004MaxSurge : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5004", Severity.Error, "MaxSurge is neither a number of instances nor a share",
        "service '{0}': MaxSurge '{1}' is neither a whole number, 1 or more, nor a share such as 25%. Set MaxSurge=\"1\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.MaxSurge) is { } surge && !IsNumber(surge.Text.Trim()) && PercentOf(surge.Text.Trim()) is null)
        {
            yield return Descriptor.At(surge.Location, item.Name.Shown(), surge.Text.Shown());
        }
    }

    /// <summary>The number before <c>%</c>; null when the text is not a share.</summary>
    internal static int? PercentOf(string text) =>
        text.Length is > 1 and <= 5 && text.EndsWith('%') && text[..^1].All(char.IsAsciiDigit) ? ServiceSpec.ParseNumber(text[..^1]) : null;

    private static bool IsNumber(string text) => ServiceSpec.ParseNumber(text) >= 1;
}
