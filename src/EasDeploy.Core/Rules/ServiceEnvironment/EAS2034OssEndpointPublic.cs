using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A service reads its bucket through the internal endpoint of its region.</summary>
/// <remarks>Source: service-config.md section 6, R4017.</remarks>
public sealed class EAS2034OssEndpointPublic : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2034", Severity.Warning, "An OSS endpoint is not the internal one",
        "'{0}' is '{1}', which is no -internal endpoint. Write '{2}', or leave it out.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/storage/*/oss/endpoint"))
        {
            if (ConfigWalk.Text(node) is { } endpoint && !endpoint.Contains("-internal.", StringComparison.Ordinal))
            {
                string inner = endpoint.Contains(".aliyuncs.com", StringComparison.Ordinal) ? endpoint.Replace(".aliyuncs.com", "-internal.aliyuncs.com", StringComparison.Ordinal) : "oss-cn-hangzhou-internal.aliyuncs.com";
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), endpoint.Shown(), inner.Shown());
            }
        }
    }
}
