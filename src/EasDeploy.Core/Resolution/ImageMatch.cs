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

    /// <summary>The catalog name an unknown one most likely meant: a near spelling, else the newest marked image of the same family.</summary>
    public static string? Suggest(IReadOnlyCollection<CatalogImage> images, ImageReference wanted) =>
        SameFamily(images, wanted).FirstOrDefault(image => image.Label("system.eas.deploy.latest") == "true")?.Name is { } latest && !wanted.Text.Contains(':', StringComparison.Ordinal)
            ? latest
            : NearestName.Of(wanted.Text, images.Select(image => image.Name))
                ?? SameFamily(images, wanted).OrderByDescending(image => image.Label("system.eas.deploy.latest") == "true").FirstOrDefault()?.Name;

    private static IEnumerable<CatalogImage> SameFamily(IEnumerable<CatalogImage> images, ImageReference wanted) =>
        images.Where(image => string.Equals(new ImageReference(image.Name).Family, wanted.Family, StringComparison.OrdinalIgnoreCase));
}
