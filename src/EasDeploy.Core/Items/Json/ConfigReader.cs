using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Items.Json;

/// <summary>Turns a service document into an item: known values become metadata at their place in the file, everything else is kept and written back.</summary>
public static class ConfigReader
{
    /// <summary>Stands for the dedicated group in a list of types.</summary>
    /// <remarks>Source: service-config.md section 5.</remarks>
    private const string DedicatedResource = "dedicated_resource";

    public static ServiceItem Read(ConfigText text)
    {
        ConfigCursor cursor = new(text);
        ImmutableDictionary<string, ItemValue>.Builder metadata = ImmutableDictionary.CreateBuilder<string, ItemValue>(StringComparer.OrdinalIgnoreCase);
        ItemValue? name = cursor.Take("/metadata/name", JsonTypes.Text);
        Take(Metadata.Workspace, "/metadata/workspace_id");
        Take(Metadata.Replicas, "/metadata/instance", JsonTypes.WholeNumber);
        if (Take(Metadata.ResourceGroup, "/metadata/resource"))
        {
            Take(Metadata.Cpu, "/metadata/cpu", JsonTypes.WholeNumber);
            Take(Metadata.Memory, "/metadata/memory", JsonTypes.WholeNumber);
            Take(Metadata.Gpu, "/metadata/gpu", JsonTypes.WholeNumber);
        }

        Take(Metadata.Image, "/containers/0/image");
        Take(Metadata.Port, "/containers/0/port", JsonTypes.WholeNumber);
        Take(Metadata.Script, "/containers/0/script");
        Take(Metadata.Command, "/containers/0/command");
        if (Fallbacks(cursor, out ItemValue? price) is { } types)
        {
            metadata[Metadata.InstanceType] = types;
            if (price is not null)
            {
                metadata[Metadata.SpotPriceLimit] = price;
            }
        }
        else
        {
            Take(Metadata.InstanceType, "/cloud/computing/instance_type");
        }

        Take(Metadata.VpcId, "/cloud/networking/vpc_id");
        Take(Metadata.VSwitchIds, "/cloud/networking/vswitch_id");
        Take(Metadata.SecurityGroupId, "/cloud/networking/security_group_id");
        Take(Metadata.Gateway, "/networking/gateway");
        Take(Metadata.Grpc, "/metadata/enable_grpc", JsonTypes.Flag);
        Take(Metadata.TerminationGracePeriod, "/runtime/termination_grace_period", JsonTypes.WholeNumber);
        _ = Take(Metadata.MaxSurge, "/metadata/rolling_strategy/max_surge", JsonTypes.WholeNumber) || Take(Metadata.MaxSurge, "/metadata/rolling_strategy/max_surge");
        Take(Metadata.MaxUnavailable, "/metadata/rolling_strategy/max_unavailable", JsonTypes.WholeNumber);
        ImmutableArray<AttachedItem> scaleRules = ScaleRules(cursor);
        if (!scaleRules.IsEmpty)
        {
            Take(Metadata.AutoscaleMin, "/autoscaler/min", JsonTypes.WholeNumber);
            Take(Metadata.AutoscaleMax, "/autoscaler/max", JsonTypes.WholeNumber);
        }

        if (Text(cursor.Peek("/dockerAuth")) is { } auth && VariableReference.NameIn(auth) is { } variable)
        {
            metadata[Metadata.RegistryAuthFromEnvironment] = new ItemValue(variable, cursor.At("/dockerAuth"));
            cursor.Remove("/dockerAuth");
        }

        ImmutableArray<AttachedItem> variables = Variables(cursor);
        ImmutableArray<AttachedItem> mounts = Mounts(cursor);
        ImmutableArray<AttachedItem> listeners = Listeners(cursor);
        cursor.Prune("/metadata/rolling_strategy", "/metadata", "/autoscaler", "/runtime", "/cloud/computing", "/cloud/networking", "/cloud", "/networking");
        if (cursor.Peek("/containers") is JsonArray { Count: 1 } containers && containers[0] is JsonObject { Count: 0 })
        {
            cursor.Remove("/containers");
        }

        return new ServiceItem(name?.Text ?? "", name?.Location ?? text.At("/metadata"), metadata.ToImmutable(), mounts, variables)
        {
            NlbListeners = listeners,
            ScaleRules = scaleRules,
            Config = text,
            ConfigRest = cursor.Rest.Count == 0 ? null : cursor.Rest,
        };

        bool Take(string metadataName, string pointer, JsonTypes type = JsonTypes.Text)
        {
            if (cursor.Take(pointer, type) is not { } value)
            {
                return false;
            }

            metadata[metadataName] = value;
            return true;
        }
    }

    /// <summary>
    /// The types of an ordered list, and the price all of them share. What else an entry says or a type named beside the list stays in the document, and the list with it:
    /// then it is written from there. A list that spills over from a dedicated group is no list of types.
    /// </summary>
    private static ItemValue? Fallbacks(ConfigCursor cursor, out ItemValue? price)
    {
        price = null;
        const string Pointer = "/cloud/computing/instances";
        if (cursor.Peek(Pointer) is not JsonArray { Count: > 0 } list
            || !list.All(entry => entry is JsonObject type && Text(type["type"]) is { } name && name != DedicatedResource && !name.Contains(';', StringComparison.Ordinal)))
        {
            return null;
        }

        ItemValue names = new(string.Join(';', list.Select(entry => Text(entry!["type"]))), cursor.At(Pointer));
        string?[] prices = [.. list.Select(entry => PriceOf(entry!.AsObject())).Distinct()];
        bool hasPrice = prices is [not null];
        bool isPlain = (list.Count > 1 || hasPrice) && list.All(entry => entry!.AsObject().Count == (hasPrice ? 2 : 1))
            && cursor.Peek("/cloud/computing/instance_type") is null;
        if (isPlain)
        {
            price = hasPrice ? new ItemValue(prices[0]!, cursor.At($"{Pointer}/0/spot_price_limit")) : null;
            cursor.Remove(Pointer);
        }

        return names;

        static string? PriceOf(JsonObject entry) => entry["spot_price_limit"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && decimal.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? value.ToJsonString()
            : null;
    }

    /// <summary>The whole section or nothing: its parts mean nothing without each other.</summary>
    private static ImmutableArray<AttachedItem> ScaleRules(ConfigCursor cursor)
    {
        const string Pointer = "/autoscaler/scaleStrategies";
        if (cursor.Peek("/autoscaler") is not JsonObject { Count: 3 } scaler || !IsWhole(scaler["min"]) || !IsWhole(scaler["max"])
            || cursor.Peek(Pointer) is not JsonArray { Count: > 0 } list
            || !list.All(entry => entry is JsonObject { Count: 2 } strategy && Text(strategy["metricName"]) is not null
                && strategy["threshold"] is JsonValue threshold && threshold.GetValueKind() == JsonValueKind.Number
                && decimal.TryParse(threshold.ToJsonString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)))
        {
            return [];
        }

        ImmutableArray<AttachedItem> rules =
        [
            .. list.Select((entry, i) => new AttachedItem(
                Text(entry!["metricName"])!,
                cursor.At($"{Pointer}/{i}/metricName"),
                Of((Metadata.Threshold, new ItemValue(entry["threshold"]!.ToJsonString(), cursor.At($"{Pointer}/{i}/threshold")))))),
        ];
        cursor.Remove(Pointer);
        return rules;
    }

    private static bool IsWhole(JsonNode? node) => node is JsonValue value && ConfigCursor.TextOf(value, JsonTypes.WholeNumber) is not null;

    private static ImmutableArray<AttachedItem> Variables(ConfigCursor cursor)
    {
        const string Pointer = "/containers/0/env";
        if (cursor.Peek(Pointer) is not JsonArray list
            || !list.All(entry => entry is JsonObject { Count: 2 } pair && Text(pair["name"]) is not null && pair["value"]?.GetValueKind() == JsonValueKind.String))
        {
            return [];
        }

        ImmutableArray<AttachedItem> variables =
        [
            .. list.Select((entry, i) => new AttachedItem(
                Text(entry!["name"])!,
                cursor.At($"{Pointer}/{i}"),
                Of(ValueOf(entry["value"]!.GetValue<string>(), $"{Pointer}/{i}/value")))),
        ];
        cursor.Remove(Pointer);
        return variables;

        (string, ItemValue) ValueOf(string value, string pointer) => VariableReference.NameIn(value) is { } name
            ? (Metadata.FromEnvironment, new ItemValue(name, cursor.At(pointer)))
            : (Metadata.Value, new ItemValue(value, cursor.At(pointer)));
    }

    /// <summary>Folders of OSS and of file servers, and datasets, become mounts; what else is mounted stays in the document. The order of mounts means nothing.</summary>
    private static ImmutableArray<AttachedItem> Mounts(ConfigCursor cursor)
    {
        if (cursor.Peek("/storage") is not JsonArray list)
        {
            return [];
        }

        List<AttachedItem> mounts = [.. list.Select((entry, i) => ConfigMount.Read(entry, $"/storage/{i}", cursor)).OfType<AttachedItem>()];
        if (mounts.Count == list.Count)
        {
            cursor.Remove("/storage");
            return [.. mounts];
        }

        // Some are of another kind: written and kept entries must not be mixed up, so all are kept.
        return [];
    }

    private static ImmutableArray<AttachedItem> Listeners(ConfigCursor cursor)
    {
        const string Pointer = "/networking/nlb";
        string[] known = ["id", "listener_port", "net_type"];
        if (cursor.Peek(Pointer) is not JsonArray { Count: > 0 } list
            || !list.All(entry => entry is JsonObject listener && Text(listener["id"]) is not null && listener.All(member => known.Contains(member.Key))
                && listener["listener_port"] is null or JsonValue && (listener["net_type"] is null || Text(listener["net_type"]) is not null)))
        {
            return [];
        }

        List<AttachedItem> listeners = [];
        for (int i = 0; i < list.Count; i++)
        {
            List<(string, ItemValue)> values = [];
            if (list[i]!["listener_port"] is JsonValue port)
            {
                if (ConfigCursor.TextOf(port, JsonTypes.WholeNumber) is not { } number)
                {
                    return [];
                }

                values.Add((Metadata.Port, new ItemValue(number, cursor.At($"{Pointer}/{i}/listener_port"))));
            }

            if (Text(list[i]!["net_type"]) is { } type)
            {
                values.Add((Metadata.NetType, new ItemValue(type, cursor.At($"{Pointer}/{i}/net_type"))));
            }

            listeners.Add(new AttachedItem(Text(list[i]!["id"])!, cursor.At($"{Pointer}/{i}/id"), Of([.. values])));
        }

        cursor.Remove(Pointer);
        return [.. listeners];
    }

    private static string? Text(JsonNode? node) => node is JsonValue value ? ConfigCursor.TextOf(value, JsonTypes.Text) : null;

    private static ImmutableDictionary<string, ItemValue> Of(params (string Name, ItemValue Value)[] values) =>
        values.ToImmutableDictionary(one => one.Name, one => one.Value, StringComparer.OrdinalIgnoreCase);
}
