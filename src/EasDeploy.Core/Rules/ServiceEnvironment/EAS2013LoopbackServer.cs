using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A server that listens on the loopback address is not reached from outside its container.</summary>
/// <remarks>Source: R2014.</remarks>
public sealed partial class EAS2013LoopbackServer : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2013", Severity.Warning, "The server listens on the loopback address",
        "service '{0}': {1} binds the server to '{2}', which nothing outside the container reaches. Write '{3} 0.0.0.0'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (string name in (string[])[Metadata.Script, Metadata.Command])
        {
            if (item.Find(name) is { } text && LoopbackOption().Match(name == Metadata.Command ? $"{text.Text} {item.Arguments}" : text.Text) is { Success: true } match)
            {
                yield return Descriptor.At(text.Location, item.Name.Shown(), name, match.Groups["address"].Value, match.Groups["option"].Value);
            }
        }
    }

    [GeneratedRegex(@"(?<!\S)(?<option>--host|--listen|--bind|--server-name|--address)[= ]\s*[""']?(?<address>127\.0\.0\.1|localhost|\[?::1\]?)(?![\w.])", RegexOptions.CultureInvariant)]
    private static partial Regex LoopbackOption();
}
