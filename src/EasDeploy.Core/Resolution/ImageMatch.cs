using EasDeploy.Catalogs;
using EasDeploy.Items;
using EasDeploy.Specs;
using NuGet.Versioning;

namespace EasDeploy.Resolution;

/// <summary>Finds the catalog row an image reference means.</summary>
public static class ImageMatch
{
    private static readonly Chip[] s_chipOrder = [Chip.GPU, Chip.CPU, Chip.PPU, Chip.XPU];

    /// <returns>
    /// For an address or a name with a tag, the row that equals it; for a bare family the newest row within the range and of the chip; null when none is.
    /// </returns>
    public static CatalogImage? Find(IEnumerable<CatalogImage> images, ServiceSpec service, IEnumerable<InstanceType> types) => service.Environment.Image?.Value switch
    {
        null => null,
        { IsBareFamily: true } family => Newest(OfFamily(images, family), service.Environment, ChipOfInstance(service, types)),
        var wanted => images.FirstOrDefault(image => Is(image, wanted)),
    };

    /// <summary>What to write where a bare family has nothing for its range and chip: its newest release, for the chip that is asked for where there is one.</summary>
    public static CatalogImage? NewestOfFamily(IEnumerable<CatalogImage> images, ServiceSpec service, IEnumerable<InstanceType> types) => service.Environment.Image is { } family
        ? Newest(OfFamily(images, family.Value), service.Environment with { ImageVersion = null, Chip = null }, service.Environment.Chip?.Value ?? ChipOfInstance(service, types))
        : null;

    /// <summary>The row an address or a name with a tag means; a bare family means none by itself.</summary>
    public static bool Is(CatalogImage image, ImageReference wanted) =>
        string.Equals(wanted.IsAddress ? AddressOf(image) : image.Name, wanted.Text, StringComparison.Ordinal);

    /// <summary>Every row of a family, whatever its version.</summary>
    public static IEnumerable<CatalogImage> OfFamily(IEnumerable<CatalogImage> images, ImageReference family) =>
        OfFamily(images, family.Family);

    // Most rows of a long list are told apart by how their name begins, without taking it apart.
    private static IEnumerable<CatalogImage> OfFamily(IEnumerable<CatalogImage> images, string family) => images.Where(image =>
        (image.Name.StartsWith(family, StringComparison.Ordinal) || image.Name.Contains('/', StringComparison.Ordinal))
        && string.Equals(new ImageReference(image.Name).Family, family, StringComparison.Ordinal));

    // The author's chip decides; else the chip of the instance type is preferred, so that nothing is switched to a dearer type without need.
    // Then the newest version; of one version GPU before CPU, PPU and XPU, the plain image before its variants, and the later stamp.
    private static CatalogImage? Newest(IEnumerable<CatalogImage> family, ServiceEnvironmentSpec wanted, Chip? ofInstance) => family
        .Select(image => (Image: image, Tag: ImageTag.Parse(new ImageReference(image.Name).Tag), Chips: ChipClassifier.Of(image.Labels).ToList()))
        .Where(row => IsAllowed(row.Tag.Version, wanted.ImageVersion?.Value) && (wanted.Chip is not { } chip || row.Chips.Contains(chip.Value)))
        .OrderByDescending(row => ofInstance is { } chip && row.Chips.Contains(chip))
        .ThenByDescending(row => row.Tag.Version)
        .ThenBy(row => s_chipOrder.TakeWhile(known => !row.Chips.Contains(known)).Count())
        .ThenBy(row => row.Tag.Variant.Length)
        .ThenByDescending(row => row.Tag)
        .Select(row => row.Image)
        .FirstOrDefault();

    private static bool IsAllowed(NuGetVersion? version, VersionRange? range)
    {
        // A tag without a version is older than any: it is taken where a family has nothing else.
        if (version is null)
        {
            return range is null;
        }

        bool namesPreRelease = range?.MinVersion is { IsPrerelease: true } || range?.MaxVersion is { IsPrerelease: true };
        return (!version.IsPrerelease || namesPreRelease) && (range is null || range.Satisfies(version));
    }

    private static Chip? ChipOfInstance(ServiceSpec service, IEnumerable<InstanceType> types) =>
        service.Resources.InstanceTypes is [var first, ..] && types.FirstOrDefault(type => type.Name == first.Value) is { } row ? ChipClassifier.Of(row) : null;

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
