using System.Text.Json.Nodes;
using System.Xml.Linq;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Oss;

/// <summary>The answer of ListBuckets. All regions are listed; paging elements are absent when nothing is left out.</summary>
/// <remarks>Source: openapi.md §8.</remarks>
internal static class BucketListing
{
    private static readonly string[] Fields = ["CreationDate", "ExtranetEndpoint", "IntranetEndpoint", "Location", "Name", "Region", "StorageClass", "ResourceGroupId"];

    public static XElement Of(IReadOnlyList<JsonObject> buckets, WireRequest request, string uid)
    {
        string prefix = ListQuery.Text(request, "prefix");
        string marker = ListQuery.Text(request, "marker");
        int size = ListQuery.MaxKeys(request);
        JsonObject[] matching = [.. buckets.OrderBy(Name, StringComparer.Ordinal)
            .Where(b => Name(b).StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(Name(b), marker) > 0)];
        JsonObject[] page = [.. matching.Take(size)];
        var paging = new List<XElement>();
        if (page.Length < matching.Length)
        {
            paging.AddRange([new("Prefix", prefix), new("Marker", marker), new("MaxKeys", size), new("IsTruncated", "true"), new("NextMarker", Name(page[^1]))]);
        }

        return new XElement("ListAllMyBucketsResult", paging,
            new XElement("Owner", new XElement("ID", uid), new XElement("DisplayName", uid)),
            new XElement("Buckets", page.Select(b => new XElement("Bucket", Fields.Where(f => b[f] is not null).Select(f => new XElement(f, b[f]!.ToString()))))));
    }

    private static string Name(JsonObject bucket) => bucket["Name"]!.GetValue<string>();
}
