using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A service runs an image.</summary>
/// <remarks>Source: deployment workflow, step 2.1; R2001, R2002.</remarks>
public sealed class EAS2001ImageMissing : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2001", Severity.Error, "Image is missing",
        "service '{0}' has no Image. Add Image=\"vllm:0.14.0-gpu\" or another official image, or the full registry address of your own.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (string.IsNullOrWhiteSpace(item.Find(PropertyCatalog.Metadata.Image)?.Text) && !IsMistyped(item))
        {
            // In a document: at the container, or the list of them.
            yield return Descriptor.At(item.Config?.At("/containers/0/image") ?? item.Location, item.Name.Shown());
        }
    }

    /// <summary>EAS8012 tells of a document that writes something else where the containers, the first of them or its image belong.</summary>
    private static bool IsMistyped(ServiceItem item) => item.Config?.Root["containers"] switch
    {
        null => false,
        JsonArray { Count: > 0 } list => list[0] is not JsonObject container || container["image"] is not null and not JsonValue
            || (container["image"] is JsonValue image && image.GetValueKind() != JsonValueKind.String),
        JsonArray => false,
        _ => true,
    };
}
