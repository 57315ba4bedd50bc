using EasDeploy.Catalogs;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

/// <summary>Finds the catalog row an image reference means.</summary>
public static class ImageMatch
{
    /// <returns>The row whose address (for an address) or name (otherwise) equals the text; null when there is none.</returns>
    public static CatalogImage? Find(IEnumerable<CatalogImage> images, ImageReference wanted) => images.FirstOrDefault(image =>
        wanted.IsAddress
            ? string.Equals(AddressOf(image), wanted.Text, StringComparison.Ordinal)
            : string.Equals(image.Name, wanted.Text, StringComparison.Ordinal));

    /// <summary>Field <c>ImageUri</c>, then label <c>system.imageUri</c>.</summary>
    /// <remarks>Source: design rulings K14, C31.</remarks>
    public static string? AddressOf(CatalogImage image) =>
        string.IsNullOrEmpty(image.ImageUri) ? image.Label("system.imageUri") : image.ImageUri;

    /// <summary>Address by the registry convention, for builds without a catalog.</summary>
    /// <remarks>Source: catalog.md "Registry"; ServiceConfig R2004 wants the VPC registry of the same region.</remarks>
    public static string ConventionalAddress(ImageReference image, string? region) =>
        image.IsAddress ? image.Text : $"eas-registry-vpc.{region ?? "cn-hangzhou"}.cr.aliyuncs.com/pai-eas/{image.Text}";

    /// <summary>
    /// The catalog name an unknown one most likely meant: for a bare family its newest marked image; else a name that goes on where the text
    /// ends (<c>vllm:0.14.0</c>), a near spelling, or any image of the family, the newest marked one first.
    /// </summary>
    public static string? Suggest(IReadOnlyCollection<CatalogImage> images, ImageReference wanted)
    {
        CatalogImage? ofFamily = images
            .Where(image => string.Equals(new ImageReference(image.Name).Family, wanted.Family, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(image => image.Label("system.eas.deploy.latest") == "true")
            .FirstOrDefault();
        return wanted.Text == wanted.Family && ofFamily is not null
            ? ofFamily.Name
            : images.FirstOrDefault(image => image.Name.StartsWith(wanted.Text, StringComparison.OrdinalIgnoreCase))?.Name
                ?? NearestName.Of(wanted.Text, images.Select(image => image.Name))
                ?? ofFamily?.Name;
    }
}
