using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>In a document somebody else wrote, an OSS folder must carry its final slash: nobody appends it on the way.</summary>
/// <remarks>Source: service-config.md R4011, C23; design ruling K20.</remarks>
public sealed class EAS2010OssSlash : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2010", Severity.Error, "An OSS folder lacks its final slash",
        "service '{0}': the OSS folder '{1}' has no final slash. Write '{2}'.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config?.Root["storage"] is not JsonArray mounts)
        {
            yield break;
        }

        for (int i = 0; i < mounts.Count; i++)
        {
            if (mounts[i] is JsonObject mount && mount["oss"] is JsonObject oss && oss["path"] is JsonValue value && value.GetValueKind() == JsonValueKind.String
                && value.GetValue<string>() is var path && OssPath.IsFolder(path) && OssPath.WithSlash(path) != path)
            {
                yield return Descriptor.At(item.Config.At($"/storage/{i}/oss/path"), item.Name.Shown(), path.Shown(), OssPath.WithSlash(path).Shown());
            }
        }
    }
}
