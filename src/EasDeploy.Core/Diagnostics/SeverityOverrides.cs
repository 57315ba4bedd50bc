using System.Collections.Immutable;

namespace EasDeploy.Diagnostics;

/// <summary>Severities an author gives to codes: <c>EAS2105=none;EAS3104=warning</c>.</summary>
/// <param name="ByCode">Null = the finding is dropped.</param>
public sealed record SeverityOverrides(ImmutableDictionary<string, Severity?> ByCode)
{
    public static SeverityOverrides None { get; } = new(ImmutableDictionary<string, Severity?>.Empty);

    /// <returns>The overrides, and the first part that cannot be read; null when all can.</returns>
    public static (SeverityOverrides Overrides, string? Bad) Parse(string text)
    {
        ImmutableDictionary<string, Severity?>.Builder byCode = ImmutableDictionary.CreateBuilder<string, Severity?>(StringComparer.OrdinalIgnoreCase);
        foreach (string part in text.Split([';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: 7 } code, var word] || !code.StartsWith("EAS", StringComparison.OrdinalIgnoreCase))
            {
                return (None, part);
            }

            switch (word.ToUpperInvariant())
            {
                case "NONE":
                    byCode[code] = null;
                    break;
                case "INFO":
                    byCode[code] = Severity.Info;
                    break;
                case "WARNING":
                    byCode[code] = Severity.Warning;
                    break;
                case "ERROR":
                    byCode[code] = Severity.Error;
                    break;
                default:
                    return (None, part);
            }
        }

        return (new SeverityOverrides(byCode.ToImmutable()), null);
    }

    /// <summary>
    /// The finding with its new weight; null = dropped. An error about a value that cannot be read (second digit 0) stays one: no config could be made of it.
    /// </summary>
    public Diagnostic? Apply(Diagnostic finding)
    {
        if (!ByCode.TryGetValue(finding.Code, out Severity? wanted) || (finding.Severity == Severity.Error && finding.Code[4] == '0'))
        {
            return finding;
        }

        return wanted is { } severity ? finding with { Severity = severity } : null;
    }
}
