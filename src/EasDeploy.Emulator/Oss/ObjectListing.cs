using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Oss;

/// <summary>The answer of ListObjectsV2 and of the older ListObjects: keys and, with a delimiter, common prefixes, in one order and one count.</summary>
/// <remarks>Source: openapi.md §8; the older form (marker, NextMarker): aliyun-cli.md §14, checked against ali-oss by the referee.</remarks>
internal static class ObjectListing
{
    public static readonly DateTimeOffset LastModified = new(2025, 6, 1, 2, 0, 0, TimeSpan.Zero);

    /// <param name="version2">False: paging by <c>marker</c> and <c>NextMarker</c> instead of tokens.</param>
    public static XElement Of(JsonObject bucket, Catalog catalog, WireRequest request, bool version2)
    {
        string name = bucket["Name"]!.GetValue<string>();
        string prefix = ListQuery.Text(request, "prefix");
        string delimiter = ListQuery.Text(request, "delimiter");
        string startAfter = ListQuery.Text(request, "start-after");
        string token = ListQuery.Text(request, "continuation-token");
        int size = ListQuery.MaxKeys(request);
        string marker = ListQuery.Text(request, "marker");
        string after = !version2 ? marker : token.Length > 0 ? Decoded(token) : startAfter;

        string[] entries =
        [
            .. catalog.BucketObjects[name].Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => Entry(k, prefix, delimiter))
                .Distinct().Order(StringComparer.Ordinal).Where(e => string.CompareOrdinal(e, after) > 0),
        ];
        string[] page = [.. entries.Take(size)];
        bool more = page.Length < entries.Length;
        bool encode = ListQuery.Text(request, "encoding-type") == "url";
        bool owner = !version2 || ListQuery.Text(request, "fetch-owner") == "true";
        string Shown(string text) => encode ? PercentEncoding.Encode(text) : text;

        XElement?[] paging = version2
            ? [
                Given("StartAfter", Shown(startAfter)), Given("ContinuationToken", token), new XElement("KeyCount", page.Length),
                more ? new XElement("NextContinuationToken", Encoded(page[^1])) : null,
            ]
            : [new XElement("Marker", Shown(marker)), more ? new XElement("NextMarker", Shown(page[^1])) : null];
        return new XElement("ListBucketResult",
            new XElement("Name", name), new XElement("Prefix", Shown(prefix)), new XElement("MaxKeys", size), Given("Delimiter", Shown(delimiter)), paging,
            new XElement("IsTruncated", more ? "true" : "false"), encode ? new XElement("EncodingType", "url") : null,
            page.Where(e => !IsPrefix(e, prefix, delimiter)).Select(k => Contents(StoredObject.Of(name, k), Shown(k), owner)),
            page.Where(e => IsPrefix(e, prefix, delimiter)).Select(p => new XElement("CommonPrefixes", new XElement("Prefix", Shown(p)))));
    }

    private static XElement Contents(StoredObject stored, string key, bool owner) => new("Contents",
        new XElement("Key", key), new XElement("LastModified", LastModified.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture)),
        new XElement("ETag", stored.ETag), new XElement("Type", "Normal"), new XElement("Size", stored.Size), new XElement("StorageClass", "Standard"),
        owner ? new XElement("Owner", new XElement("ID", "1234567890123456"), new XElement("DisplayName", "1234567890123456")) : null);

    /// <summary>A key, or the part of it up to the next delimiter behind the prefix.</summary>
    private static string Entry(string key, string prefix, string delimiter)
    {
        int end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? key : key[..(end + delimiter.Length)];
    }

    private static bool IsPrefix(string entry, string prefix, string delimiter) =>
        delimiter.Length > 0 && entry.Length > prefix.Length && entry.EndsWith(delimiter, StringComparison.Ordinal);

    private static XElement? Given(string name, string value) => value.Length == 0 ? null : new XElement(name, value);

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Decoded(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw new OssException(400, "InvalidArgument", "The continuation token provided is incorrect.");
        }
    }
}
