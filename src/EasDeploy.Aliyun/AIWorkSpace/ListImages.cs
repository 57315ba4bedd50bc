using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.AIWorkSpace;

public sealed partial class AIWorkSpaceClient
{
    /// <summary>Every official image that EAS supports, labels included.</summary>
    /// <remarks>
    /// Source: deployment workflow, step 2.1 (labels, page size 50); openapi.md section 6: labels come only with Verbose=true,
    /// and there are more images than one page holds.
    /// </remarks>
    public Task<ImmutableArray<CatalogImage>> ListImagesAsync(CancellationToken ct) => ImagesAsync("Labels", "system.official=true,system.supported.eas=true", ct);

    /// <summary>Images of any origin whose name contains the text, labels included.</summary>
    /// <remarks>Source: catalog.md "Behaviour to emulate": Name is fuzzy.</remarks>
    public Task<ImmutableArray<CatalogImage>> FindImagesAsync(string name, CancellationToken ct) => ImagesAsync("Name", name, ct);

    private Task<ImmutableArray<CatalogImage>> ImagesAsync(string filter, string wanted, CancellationToken ct) => Paging.CollectAsync(
        transport,
        page => Get("ListImages", "/api/v1/images", new ApiQuery
        {
            { filter, wanted },
            { "PageNumber", page },
            { "PageSize", 50 },
            { "Verbose", true },
        }),
        "Images",
        row => row.Text("ImageId") is { } id
            ? new CatalogImage(id, row.Text("Name") ?? "", NotBlank(row.Text("ImageUri")), Labels(row), row.Text("Accessibility"))
            : null,
        image => image.ImageId,
        ct);

    private static ImmutableArray<ImageLabel> Labels(JsonElement image) =>
    [
        .. image.Items("Labels")
            .Where(label => label.Text("Key") is not null)
            .Select(label => new ImageLabel(label.Text("Key")!, label.Text("Value") ?? "")),
    ];

    /// <remarks>Source: openapi.md section 10: the workflow's own jq prints the word <c>null</c> for what is missing; it is never a value.</remarks>
    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) || text == "null" ? null : text;
}
