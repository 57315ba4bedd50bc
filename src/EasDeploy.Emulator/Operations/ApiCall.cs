using System.Globalization;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Operations;

/// <summary>A checked call: the route is known, the signature right, every value of its declared type.</summary>
/// <param name="Values">Path and query (or RPC) values by declared name; absent ones are absent.</param>
/// <param name="Body">Parsed body; null without one.</param>
internal sealed record ApiCall(
    OperationDeclaration Operation, Account Account, CloudState Cloud, IReadOnlyDictionary<string, string> Values, JsonNode? Body)
{
    /// <returns>The value sent, else the declared default, else null.</returns>
    public string? Text(string name) =>
        Values.TryGetValue(name, out string? value) ? value : Operation.Parameters.FirstOrDefault(p => p.Name == name)?.Default;

    /// <returns>The value of a required or path parameter.</returns>
    public string Required(string name) => Values[name];

    /// <returns>A whole number, sent or declared default; null when neither exists.</returns>
    public long? Number(string name) => Text(name) is string text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool? Flag(string name) => Text(name) is string text ? bool.Parse(text) : null;

    /// <returns>The parts of a comma-separated value; empty when absent.</returns>
    public IReadOnlyList<string> List(string name) =>
        Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <returns>A map sent as one JSON text; a null value asks only for the key.</returns>
    public IReadOnlyDictionary<string, string?> Map(string name) =>
        Text(name) is string text
            ? JsonNode.Parse(text)!.AsObject().ToDictionary(p => p.Key, p => p.Value?.GetValue<string>())
            : new Dictionary<string, string?>();

    /// <returns>The items of a flattened list (<c>Name.1</c>, <c>Name.2</c>); empty when absent.</returns>
    public IReadOnlyList<string> Items(string name) =>
        [.. Values.Where(v => v.Key.StartsWith(name + ".", StringComparison.Ordinal)).Select(v => v.Value)];

    /// <returns>The pairs of <c>Tag.N.Key</c> and <c>Tag.N.Value</c>; a tag without a value asks only for the key.</returns>
    public IReadOnlyList<(string Key, string? Value)> Tags() =>
    [
        .. Values.Where(v => v.Key.StartsWith("Tag.", StringComparison.Ordinal) && v.Key.EndsWith(".Key", StringComparison.Ordinal))
            .Select(v => (v.Value, Values.GetValueOrDefault(v.Key[..^".Key".Length] + ".Value"))),
    ];

    /// <summary>Page of <paramref name="rows"/> by PageNumber and PageSize.</summary>
    /// <exception cref="ApiException">400 InvalidParameter when either is below 1. Source: openapi.md §6 (min 1); EAS assumed alike.</exception>
    public IReadOnlyList<T> Page<T>(IReadOnlyList<T> rows, string numberName = "PageNumber", string sizeName = "PageSize")
    {
        long number = AtLeastOne(numberName, otherwise: 1);
        long size = AtLeastOne(sizeName, otherwise: 10);
        return number - 1 > rows.Count / size ? [] : [.. rows.Skip((int)((number - 1) * size)).Take((int)Math.Min(size, rows.Count))];
    }

    private long AtLeastOne(string name, long otherwise) =>
        Text(name) is not string text ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value > 0 ? value
        : throw ApiException.InvalidParameter($"The parameter {name} must be a whole number of at least 1.");
}
