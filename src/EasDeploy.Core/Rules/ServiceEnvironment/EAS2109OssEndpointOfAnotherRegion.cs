using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>An internal endpoint is reached from its own region only.</summary>
/// <remarks>Source: service-config.md section 6, R4017, ruling K1. Rests without a region, and on a public endpoint, which EAS2034 tells of.</remarks>
public sealed partial class EAS2109OssEndpointOfAnotherRegion : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2109", Severity.Warning, "An OSS endpoint is in another region",
        "'{0}' is the endpoint of {1}, and the service runs in {2}. Write 'oss-{2}-internal.aliyuncs.com', or leave it out.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Catalog.Region is not { } region || service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/storage/*/oss/endpoint"))
        {
            if (ConfigWalk.Text(node) is { } endpoint && HostName().Match(endpoint) is { Success: true } match && match.Groups["region"].Value is var other && other != region)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), other, region);
            }
        }
    }

    [GeneratedRegex(@"^(https?://)?oss-(?<region>[a-z]{2}-[a-z0-9-]{2,30}?)-internal\.aliyuncs\.com/?\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostName();
}
