using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Instances pull images through the VPC address of a registry.</summary>
/// <remarks>Source: R2005.</remarks>
public sealed partial class EAS2041PublicRegistryAddress : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2041", Severity.Warning, "An image at the public address of a registry",
        "service '{0}': image '{1}' is pulled over the internet, which instances of EAS do not reach by themselves. Write '{2}'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.Image) is { } image && Registry().Match(image.Text.Trim()) is { Success: true } match && !match.Groups["name"].Value.EndsWith("-vpc", StringComparison.Ordinal))
        {
            string address = image.Text.Trim();
            yield return Descriptor.At(image.Location, item.Name.Shown(), address.Shown(120), address.Insert(match.Groups["name"].Length, "-vpc").Shown(140));
        }
    }

    [GeneratedRegex(@"^(?<name>[a-z0-9-]*registry(-vpc)?)\.[a-z]{2}-[a-z0-9-]{2,30}\.(cr\.)?aliyuncs\.com/", RegexOptions.CultureInvariant)]
    private static partial Regex Registry();
}
