using System.Text.RegularExpressions;

namespace EasDeploy.Execution;

/// <summary>Blots out what looks like a secret in text that a service or the cloud wrote: the values nobody told us of.</summary>
/// <remarks>Source: forms of Alibaba Cloud keys (openapi.md section 9) and of the usual tokens in logs of model servers; assumed complete enough to share a diagnosis.</remarks>
internal static partial class Redaction
{
    public static string Of(string text)
    {
        string shown = Bare().Replace(text, "***");
        shown = InAddress().Replace(shown, "${scheme}***@");
        return Named().Replace(shown, "${name}***");
    }

    [GeneratedRegex(@"\b(LTAI[A-Za-z0-9]{10,}|STS\.[A-Za-z0-9]{10,}|hf_[A-Za-z0-9]{16,}|sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<scheme>[a-z][a-z0-9+.-]*://)[^\s/@:]+:[^\s/@]+@", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InAddress();

    // The name stays, so that a reader sees what was there.
    [GeneratedRegex(
        @"(?<name>(authorization|access[_-]?key[_-]?(secret|id)|secret[_-]?(access[_-]?)?key|security[_-]?token|access[_-]?token|api[_-]?key|passw(or)?d|token|secret)[""']?\s*[:=]\s*[""']?((bearer|basic)\s+)?)[^\s""',;&}]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
