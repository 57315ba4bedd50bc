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
        "service '{0}': image '{1}' is pulled over the internet, which instances of EAS do not reach by themselves. Write {2}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Find(Metadata.Image) is { } image && Registry().Match(image.Text.Trim()) is { Success: true } match && !match.Groups["name"].Value.EndsWith("-vpc", StringComparison.Ordinal))
        {
            string address = image.Text.Trim();
            yield return Descriptor.At(image.Location, item.Name.Shown(), address.Shown(120), $"'{address.Insert(match.Groups["name"].Length, "-vpc").Shown(140)}'");
        }
        else if (item.Find(Metadata.Image) is { } other && item.Find(Metadata.VpcId) is null && PublicRegistry().IsMatch(other.Text.Trim()))
        {
            yield return Descriptor.At(
                other.Location, item.Name.Shown(), other.Text.Trim().Shown(120), "the -vpc address of a registry of the region, and push the image there");
        }
    }

    /// <summary>Registries of the world, and Docker Hub's short form without a host.</summary>
    [GeneratedRegex(@"^(((registry-1\.|index\.)?docker\.io|ghcr\.io|quay\.io|nvcr\.io|([a-z]+\.)?gcr\.io|registry\.k8s\.io|mcr\.microsoft\.com|public\.ecr\.aws)/|(?!localhost/)[a-z0-9_-]+/[a-z0-9._/-]+[:@])", RegexOptions.CultureInvariant)]
    private static partial Regex PublicRegistry();

    [GeneratedRegex(@"^(?<name>[a-z0-9-]*registry(-vpc)?)\.[a-z]{2}-[a-z0-9-]{2,30}\.(cr\.)?aliyuncs\.com/", RegexOptions.CultureInvariant)]
    private static partial Regex Registry();
}
