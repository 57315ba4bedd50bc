using System.Globalization;

namespace EasDeploy.Diagnostics;

/// <summary>One kind of finding: its code, weight and words. The number is an address: see docs/architecture.md.</summary>
/// <param name="Code"><c>EAS####</c>; never reused.</param>
/// <param name="Severity">Weight unless the author lowers or raises it.</param>
/// <param name="Title">Headline of the diagnostics page.</param>
/// <param name="MessageFormat">Two sentences: what is wrong with whose value, then a repair to paste. Placeholders as <see cref="string.Format(string, object)"/>.</param>
public sealed record DiagnosticDescriptor(string Code, Severity Severity, string Title, string MessageFormat)
{
    /// <summary>The finding at a place, with this descriptor's own severity.</summary>
    public Diagnostic At(SourceLocation location, params object?[] arguments) =>
        new(Code, Severity, location, string.Format(CultureInfo.InvariantCulture, MessageFormat, arguments));
}
