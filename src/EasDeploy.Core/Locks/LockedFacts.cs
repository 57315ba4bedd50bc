using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Catalogs;

namespace EasDeploy.Locks;

/// <summary>
/// A catalog as the lock writes it: rows under their keys instead of in lists, labels as <c>key=value</c>,
/// and without what changes by the hour: a lock must not promise stock, free capacity or free addresses.
/// </summary>
/// <remarks>Source: design section 4: facts that change by the hour are warnings at build, errors at deployment.</remarks>
internal static class LockedFacts
{
    private const string Labels = "Labels";

    private static readonly string[] s_ofTheEntry = [nameof(Catalog.Region), nameof(Catalog.QueriedAt), nameof(Catalog.NotQueriedReason)];

    /// <summary>Lists by name: the key of their rows, and what a locked build takes for each fact of the hour.</summary>
    private static readonly FrozenDictionary<string, Rows> s_lists = new Dictionary<string, Rows>(StringComparer.Ordinal)
    {
        [nameof(Catalog.Workspaces)] = new(nameof(Workspace.Id)),
        [nameof(Catalog.Images)] = new(nameof(CatalogImage.ImageId)),
        [nameof(Catalog.ImageDetails)] = new(nameof(ImageDetail.ImageId)),
        [nameof(Catalog.InstanceTypes)] = new(nameof(InstanceType.Name), (nameof(InstanceType.IsAvailable), "true"), (nameof(InstanceType.StockStatus), "\"\"")),
        [nameof(Catalog.ResourceGroups)] = new(
            nameof(ResourceGroup.Id), (nameof(ResourceGroup.CpuUsed), "0"), (nameof(ResourceGroup.MemoryUsed), "0"), (nameof(ResourceGroup.GpuUsed), "0"),
            (nameof(ResourceGroup.MaxCpu), "null"), (nameof(ResourceGroup.MaxMemory), "null"), (nameof(ResourceGroup.MaxGpu), "null")),
        [nameof(Catalog.Datasets)] = new(nameof(CatalogDataset.Id)),
        [nameof(Catalog.OtherImages)] = new(nameof(CatalogImage.ImageId)),
        [nameof(CatalogStorage.Buckets)] = new(nameof(CatalogBucket.Name)),
        [nameof(CatalogStorage.Folders)] = new(nameof(ModelFolder.Path)),
        [nameof(CatalogNetwork.Gateways)] = new(nameof(CatalogGateway.Id)),
        [nameof(CatalogNetwork.Vpcs)] = new(nameof(CatalogVpc.Id)),
        [nameof(CatalogNetwork.VSwitches)] = new(nameof(CatalogVSwitch.Id), (nameof(CatalogVSwitch.AvailableIpAddressCount), "9223372036854775807")),
        [nameof(CatalogNetwork.SecurityGroups)] = new(nameof(CatalogSecurityGroup.Id)),
        [nameof(CatalogNetwork.LoadBalancers)] = new(nameof(CatalogLoadBalancer.Id)),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The catalog as a locked build sees it.</summary>
    public static Catalog Settled(Catalog catalog) => Read(Write(catalog), catalog.Region ?? "", catalog.QueriedAt ?? default);

    public static JsonObject Write(Catalog catalog)
    {
        JsonObject facts = WriteObject(JsonSerializer.SerializeToNode(catalog, CatalogJsonContext.Default.Catalog)!.AsObject(), "");
        // What was not asked for is not written at all.
        foreach (string name in s_ofTheEntry.Concat(facts.Where(list => list.Value is null).Select(list => list.Key)).ToArray())
        {
            facts.Remove(name);
        }

        return facts;
    }

    /// <exception cref="JsonException">The facts have another shape; Path is a JSON pointer into them.</exception>
    public static Catalog Read(JsonObject facts, string region, DateTimeOffset queriedAt)
    {
        JsonObject catalog = JsonSerializer.SerializeToNode(Catalog.NotQueried(region, ""), CatalogJsonContext.Default.Catalog)!.AsObject();
        foreach ((string name, JsonNode? value) in ReadObject(facts, ""))
        {
            catalog[name] = value?.DeepClone();
        }

        catalog[nameof(Catalog.Region)] = region;
        catalog[nameof(Catalog.QueriedAt)] = JsonValue.Create(queriedAt);
        catalog[nameof(Catalog.NotQueriedReason)] = null;
        try
        {
            return catalog.Deserialize(CatalogJsonContext.Default.Catalog) ?? throw new JsonException("they hold nothing", "", null, null);
        }
        catch (JsonException wrong)
        {
            throw new JsonException("they have another shape than a catalog", Pointer(wrong.Path), null, null, wrong);
        }
    }

    private static JsonObject WriteObject(JsonObject from, string list)
    {
        JsonObject written = [];
        foreach ((string name, JsonNode? value) in from)
        {
            bool isLeftOut = s_lists.TryGetValue(list, out Rows? rows) && (name == rows.Key || rows.OfTheHour.Any(fact => fact.Name == name));
            if (!isLeftOut)
            {
                written[name] = value is null ? null : WriteValue(name, value);
            }
        }

        return written;
    }

    private static JsonNode WriteValue(string name, JsonNode value)
    {
        if (value is JsonArray labels && name == Labels)
        {
            return new JsonArray([.. labels
                .Select(label => (Key: (string)label![nameof(ImageLabel.Key)]!, Value: (string)label[nameof(ImageLabel.Value)]!))
                .OrderBy(label => label.Key, StringComparer.Ordinal)
                .Select(label => JsonValue.Create($"{label.Key}={label.Value}"))]);
        }

        if (value is JsonArray list && s_lists.TryGetValue(name, out Rows? rows))
        {
            JsonObject keyed = [];
            foreach (JsonNode? row in list)
            {
                keyed.TryAdd((string)row![rows.Key]!, WriteObject(row.AsObject(), name));
            }

            return keyed;
        }

        return value is JsonObject inner ? WriteObject(inner, "") : value.DeepClone();
    }

    private static JsonObject ReadObject(JsonObject from, string pointer)
    {
        JsonObject read = [];
        foreach ((string name, JsonNode? value) in from)
        {
            read[name] = ReadValue(name, value, $"{pointer}/{Items.Json.ConfigText.Escape(name)}");
        }

        return read;
    }

    private static JsonNode? ReadValue(string name, JsonNode? value, string pointer)
    {
        if (name == Labels)
        {
            return new JsonArray([.. (value as JsonArray ?? throw Misshaped("a list of key=value texts", pointer)).Select(label => ReadLabel(label, pointer))]);
        }

        if (value is not null && s_lists.TryGetValue(name, out Rows? rows))
        {
            JsonArray list = [];
            foreach ((string key, JsonNode? row) in value as JsonObject ?? throw Misshaped("an object of rows", pointer))
            {
                string place = $"{pointer}/{Items.Json.ConfigText.Escape(key)}";
                JsonObject whole = ReadObject(row as JsonObject ?? throw Misshaped("an object", place), place);
                whole[rows.Key] = key;
                foreach ((string fact, string usual) in rows.OfTheHour)
                {
                    whole[fact] = JsonNode.Parse(usual);
                }

                list.Add((JsonNode)whole);
            }

            return list;
        }

        return value is JsonObject inner ? ReadObject(inner, pointer) : value?.DeepClone();
    }

    private static JsonObject ReadLabel(JsonNode? label, string pointer)
    {
        if (label is not JsonValue text || !text.TryGetValue(out string? written) || written.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals))
        {
            throw Misshaped("a list of key=value texts", pointer);
        }

        return new JsonObject { [nameof(ImageLabel.Key)] = written[..equals], [nameof(ImageLabel.Value)] = written[(equals + 1)..] };
    }

    private static JsonException Misshaped(string wanted, string pointer) => new($"there must be {wanted}", pointer, null, null);

    // $.Images[0].Name: the list is what the author can find.
    private static string Pointer(string? path) => path is { Length: > 2 } ? "/" + path[2..].Split('.', '[')[0] : "";

    private sealed record Rows(string Key, params (string Name, string Usual)[] OfTheHour);
}
