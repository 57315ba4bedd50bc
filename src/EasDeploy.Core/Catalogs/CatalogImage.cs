using System.Collections.Immutable;

namespace EasDeploy.Catalogs;

/// <summary>A label of an image. Keys may repeat: several <c>system.chipType</c> labels mean "any of these".</summary>
public sealed record ImageLabel(string Key, string Value);

/// <summary>An image of the official list.</summary>
/// <param name="ImageId"><c>image-…</c>, key of GetImage.</param>
/// <param name="Name"><c>&lt;family&gt;:&lt;tag&gt;</c>, for example <c>vllm:0.14.0-gpu</c>.</param>
/// <param name="ImageUri">Registry address; null when the list row has none (then label <c>system.imageUri</c>).</param>
/// <param name="Accessibility"><c>PUBLIC</c> or <c>PRIVATE</c>; null = not told.</param>
/// <remarks>Source: AIWorkSpace 2021-02-04 ListImages; labels only with Verbose=true.</remarks>
public sealed record CatalogImage(string ImageId, string Name, string? ImageUri, ImmutableArray<ImageLabel> Labels, string? Accessibility = null)
{
    /// <summary>First value of a label, or null. Keys can be missing, so every read goes through here.</summary>
    public string? Label(string key)
    {
        foreach (ImageLabel label in Labels)
        {
            if (string.Equals(label.Key, key, StringComparison.Ordinal))
            {
                return label.Value;
            }
        }

        return null;
    }
}

/// <summary>Answer of GetImage.</summary>
/// <param name="EasScript">Start command the image brings (<c>EasConfig.script</c>); null when it brings none.</param>
/// <param name="EasPort">Port the image brings (<c>EasConfig.port</c>).</param>
/// <remarks>Source: deployment workflow, step 2.3; GetImage with Verbose=true. EasConfig is in no published model, so callers fall back to labels.</remarks>
public sealed record ImageDetail(string ImageId, string? ImageUri, string? EasScript, int? EasPort, ImmutableArray<ImageLabel> Labels);
