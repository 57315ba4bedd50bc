using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Items.Json;

/// <summary>
/// Reads the lists of a document as the items they stand for. A list whose every entry an item could say is taken out of the document;
/// any other is read as far as it can be, and stays.
/// </summary>
internal static class ConfigLists
{
    /// <summary>Stands for the dedicated group in a list of types: hybrid resources.</summary>
    /// <remarks>Source: service-config.md section 5.</remarks>
    public const string DedicatedResource = "dedicated_resource";

    /// <summary>The types of an ordered list, and the price all of them share.</summary>
    /// <param name="spillsOver">The list begins in the service's dedicated group: it stays in the document, and the types are where the group ends.</param>
    public static ItemValue? Fallbacks(ConfigCursor cursor, out ItemValue? price, out bool spillsOver)
    {
        price = null;
        spillsOver = false;
        const string Pointer = "/cloud/computing/instances";
        if (cursor.Peek(Pointer) is not JsonArray { Count: > 0 } list)
        {
            return null;
        }

        spillsOver = list.Any(entry => TextOf(entry, "type") == DedicatedResource);

        (string Name, int Index)[] types =
        [
            .. list.Select((entry, i) => (Name: TextOf(entry, "type"), Index: i))
                .Where(type => type.Name is not null && type.Name != DedicatedResource && !type.Name.Contains(';', StringComparison.Ordinal)).Select(type => (type.Name!, type.Index)),
        ];
        if (types.Length == 0)
        {
            return null;
        }

        string?[] prices = [.. list.Select(PriceOf).Distinct()];
        bool hasPrice = prices is [not null];
        bool isPlain = types.Length == list.Count && (list.Count > 1 || hasPrice) && list.All(entry => entry!.AsObject().Count == (hasPrice ? 2 : 1))
            && cursor.Peek("/cloud/computing/instance_type") is null;
        ItemValue names = new(string.Join(';', types.Select(type => type.Name)), cursor.At(Pointer))
        {
            PartLocations = [.. types.Select(type => cursor.At($"{Pointer}/{type.Index}/type"))],
        };
        if (isPlain)
        {
            price = hasPrice ? new ItemValue(prices[0]!, cursor.At($"{Pointer}/0/spot_price_limit")) : null;
            cursor.Remove(Pointer);
        }

        return names;

        static string? PriceOf(JsonNode? entry) => entry is JsonObject type ? NumberOf(type["spot_price_limit"]) : null;
    }

    /// <summary>The strategies of the section; its older map has been moved here (<see cref="ConfigAliases"/>).</summary>
    /// <param name="isKept">The section stays in the document whole: its parts mean nothing without each other.</param>
    /// <remarks>Source: service-config.md section 8.</remarks>
    public static ImmutableArray<AttachedItem> ScaleRules(ConfigCursor cursor, out bool isKept)
    {
        const string Pointer = "/autoscaler/scaleStrategies";
        isKept = true;
        if (cursor.Peek("/autoscaler") is not JsonObject scaler)
        {
            return [];
        }

        if (cursor.Peek(Pointer) is not JsonArray list)
        {
            return [];
        }

        ImmutableArray<AttachedItem> rules =
        [
            .. list.Select((entry, i) => (Entry: entry as JsonObject, Place: $"{Pointer}/{i}")).Where(one => one.Entry is not null)
                .Select(one => Rule(TextOf(one.Entry, "metricName") ?? "", one.Entry!["threshold"], one.Place)),
        ];
        isKept = list.Count == 0 || scaler.Count != 3 || !IsWhole(scaler["min"]) || !IsWhole(scaler["max"]) || rules.Length != list.Count
            || rules.Any(rule => rule.Include.Length == 0 || rule.Find(Metadata.Threshold) is null) || list.Any(entry => entry!.AsObject().Count != 2);
        if (!isKept)
        {
            cursor.Remove(Pointer);
        }

        return rules;

        AttachedItem Rule(string metric, JsonNode? threshold, string place) => new(
            metric,
            cursor.At(place + "/metricName"),
            NumberOf(threshold) is { } number ? Of((Metadata.Threshold, new ItemValue(number, cursor.At(place + "/threshold")))) : Of());
    }

    /// <summary>The <c>args</c> of a container, joined with blanks; null when there are none.</summary>
    public static string? Arguments(JsonNode? container) => (container as JsonObject)?["args"] is JsonArray list
        && string.Join(' ', list.Select(argument => ConfigCursor.TextOf(argument)).OfType<string>()) is { Length: > 0 } arguments ? arguments : null;

    /// <param name="pointer">Of an <c>env</c>.</param>
    /// <param name="stays">Only that of the first container can be said by items: any other is read and stays in the document.</param>
    public static ImmutableArray<AttachedItem> Variables(ConfigCursor cursor, string pointer, bool stays = false)
    {
        if (cursor.Peek(pointer) is not JsonArray list)
        {
            return [];
        }

        ImmutableArray<AttachedItem> variables =
        [
            .. list.Select((entry, i) => (Name: TextOf(entry, "name"), Node: (entry as JsonObject)?["value"], Place: $"{pointer}/{i}"))
                .Where(variable => variable.Name is not null && variable.Node?.GetValueKind() == JsonValueKind.String)
                .Select(variable => new AttachedItem(
                    variable.Name!, cursor.At(variable.Place + "/name"), Of(ValueOf(variable.Node!.GetValue<string>(), variable.Place + "/value")))),
        ];
        if (!stays && variables.Length == list.Count && list.All(entry => entry!.AsObject().Count == 2))
        {
            cursor.Remove(pointer);
        }

        return variables;

        (string, ItemValue) ValueOf(string value, string place) => VariableReference.NameIn(value) is { } name
            ? (Metadata.FromEnvironment, new ItemValue(name, cursor.At(place)))
            : (Metadata.Value, new ItemValue(value, cursor.At(place)));
    }

    public static ImmutableArray<AttachedItem> Listeners(ConfigCursor cursor)
    {
        const string Pointer = "/networking/nlb";
        if (cursor.Peek(Pointer) is not JsonArray { Count: > 0 } list)
        {
            return [];
        }

        ImmutableArray<AttachedItem> listeners =
        [
            .. list.Select((entry, i) => (Entry: entry as JsonObject, Place: $"{Pointer}/{i}")).Where(one => one.Entry is not null)
                .Select(one => new AttachedItem(TextOf(one.Entry, "id") ?? "", cursor.At(one.Place + "/id"), Of([.. ValuesOf(one.Entry!, one.Place)]))),
        ];
        if (listeners.Length == list.Count && listeners.All(listener => listener.Include.Length > 0)
            && list.Zip(listeners).All(pair => pair.First!.AsObject().Count == pair.Second.Metadata.Count + 1))
        {
            cursor.Remove(Pointer);
        }

        return listeners;

        IEnumerable<(string, ItemValue)> ValuesOf(JsonObject entry, string place)
        {
            if (entry["listener_port"] is JsonValue port && ConfigCursor.TextOf(port, JsonTypes.WholeNumber) is { } number)
            {
                yield return (Metadata.Port, new ItemValue(number, cursor.At(place + "/listener_port")));
            }

            if (TextOf(entry, "net_type") is { } type)
            {
                yield return (Metadata.NetType, new ItemValue(type, cursor.At(place + "/net_type")));
            }
        }
    }

    private static bool IsWhole(JsonNode? node) => node is JsonValue value && ConfigCursor.TextOf(value, JsonTypes.WholeNumber) is not null;

    /// <returns>The digits; null when it is no number that items can say.</returns>
    private static string? NumberOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
        ? value.ToJsonString()
        : null;

    private static string? TextOf(JsonNode? entry, string member) => entry is JsonObject members ? ConfigCursor.TextOf(members[member]) : null;

    private static ImmutableDictionary<string, ItemValue> Of(params (string Name, ItemValue Value)[] values) =>
        values.ToImmutableDictionary(one => one.Name, one => one.Value, StringComparer.OrdinalIgnoreCase);
}
