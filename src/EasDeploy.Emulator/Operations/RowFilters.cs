using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.Operations;

/// <summary>Filters and sorting over seed rows, driven by the values of a call.</summary>
internal static class RowFilters
{
    /// <summary>Keeps rows whose field equals the value sent, for each pair whose parameter was sent.</summary>
    public static IEnumerable<JsonObject> Matching(
        this IEnumerable<JsonObject> rows, ApiCall call, params IReadOnlyList<(string Parameter, string Field)> pairs) =>
        rows.Where(row => pairs.All(p => call.Text(p.Parameter) is not string wanted
            || string.Equals(row[p.Field]?.ToString(), wanted, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Fuzzy filter: keeps rows where one of the fields contains the value sent, whatever the case.</summary>
    public static IEnumerable<JsonObject> Containing(this IEnumerable<JsonObject> rows, ApiCall call, string parameter, params string[] fields) =>
        call.Text(parameter) is string part
            ? rows.Where(row => fields.Any(f => row[f]?.ToString().Contains(part, StringComparison.OrdinalIgnoreCase) == true))
            : rows;

    /// <summary>Keeps rows that carry all tags of <c>Tag.N.Key/Value</c>.</summary>
    /// <param name="outer">Field of the tags.</param>
    /// <param name="inner">Field inside it for the products that wrap lists; empty for those that do not.</param>
    public static IEnumerable<JsonObject> Tagged(
        this IEnumerable<JsonObject> rows, ApiCall call, string outer, string inner, string keyName, string valueName) =>
        rows.Where(row => call.Tags().All(wanted => ((inner.Length == 0 ? row[outer] : row[outer]?[inner]) as JsonArray ?? [])
            .Any(t => t?[keyName]?.ToString() == wanted.Key && (wanted.Value is null || t[valueName]?.ToString() == wanted.Value))));

    /// <summary>Stable sort by one field, numbers as numbers, everything else by its text.</summary>
    public static IEnumerable<JsonObject> SortedBy(this IEnumerable<JsonObject> rows, string field, bool descending)
    {
        Comparer<JsonNode?> order = Comparer<JsonNode?>.Create((a, b) =>
            a?.GetValueKind() == JsonValueKind.Number && b?.GetValueKind() == JsonValueKind.Number
                ? a.GetValue<decimal>().CompareTo(b.GetValue<decimal>())
                : string.CompareOrdinal(a?.ToString(), b?.ToString()));
        return descending ? rows.OrderByDescending(r => r[field], order) : rows.OrderBy(r => r[field], order);
    }
}
