using System.Collections.Immutable;
using System.Text.Json.Nodes;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Items.Json;

/// <summary>The containers of a document beyond the first. They stay in it; each is read as an item of its own, so that it is judged.</summary>
/// <remarks>Source: service-config.md section 4: several containers are legal, the first one receives the traffic.</remarks>
internal static class SideContainers
{
    private static readonly (string Metadata, string Member)[] s_texts =
        [(Metadata.Image, "image"), (Metadata.Script, "script"), (Metadata.Command, "command")];

    private static readonly string[] s_shared = [Metadata.VpcId, Metadata.VSwitchIds, Metadata.SecurityGroupId];

    /// <param name="service">What all containers share: the network.</param>
    /// <param name="mounts">Every container sees the same mounts.</param>
    public static IEnumerable<ServiceItem> Of(
        ConfigCursor cursor, string name, IReadOnlyDictionary<string, ItemValue> service, ImmutableArray<AttachedItem> mounts)
    {
        if (cursor.Peek("/containers") is not JsonArray containers)
        {
            yield break;
        }

        for (int i = 1; i < containers.Count; i++)
        {
            if (containers[i] is JsonObject container)
            {
                yield return Read(cursor, container, $"/containers/{i}", name, service) with { Storage = mounts };
            }
        }
    }

    private static ServiceItem Read(
        ConfigCursor cursor, JsonObject container, string pointer, string name, IReadOnlyDictionary<string, ItemValue> service)
    {
        Dictionary<string, ItemValue> metadata = new(StringComparer.OrdinalIgnoreCase);
        foreach (string shared in s_shared)
        {
            if (service.TryGetValue(shared, out ItemValue? value))
            {
                metadata[shared] = value;
            }
        }

        foreach ((string metadataName, string member) in s_texts)
        {
            if (ConfigCursor.TextOf(container[member]) is { } text)
            {
                metadata[metadataName] = new ItemValue(text, cursor.At($"{pointer}/{member}"));
            }
        }

        if (container["port"] is JsonValue port && ConfigCursor.TextOf(port, JsonTypes.WholeNumber) is { } number)
        {
            metadata[Metadata.Port] = new ItemValue(number, cursor.At($"{pointer}/port"));
        }

        return ServiceItem.Create(name, cursor.At(pointer), metadata) with
        {
            Environment = ConfigLists.Variables(cursor, $"{pointer}/env", stays: true),
            Arguments = ConfigLists.Arguments(container),
        };
    }
}
