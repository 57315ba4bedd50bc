using System.Collections.Immutable;
using System.Text.Json.Nodes;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Items.Json;

/// <summary>
/// Turns a service document into an item: known values become metadata at their place in the file, everything else is kept and written back.
/// A list that says more than items can is read too, so that it is judged, and stays in the document whole (<see cref="Configs.ConfigOverlay"/>).
/// </summary>
public static class ConfigReader
{
    public static ServiceItem Read(ConfigText text)
    {
        ConfigCursor cursor = new(text);
        ImmutableDictionary<string, ItemValue>.Builder metadata = ImmutableDictionary.CreateBuilder<string, ItemValue>(StringComparer.OrdinalIgnoreCase);
        ItemValue? name = cursor.Take("/metadata/name", JsonTypes.Text);
        Take(Metadata.Workspace);
        Take(Metadata.Replicas);
        if (Take(Metadata.ResourceGroup))
        {
            Take(Metadata.Cpu);
            Take(Metadata.Memory);
            Take(Metadata.Gpu);
        }

        Take(Metadata.Image);
        Take(Metadata.Port);
        Take(Metadata.Script);
        Take(Metadata.Command);
        foreach ((string metadataName, ItemValue value) in ConfigProbe.Take(cursor, metadata.GetValueOrDefault(Metadata.Port)))
        {
            metadata[metadataName] = value;
        }

        if (ConfigLists.Fallbacks(cursor, out ItemValue? price, out bool spillsOver) is { } types)
        {
            metadata[Metadata.InstanceType] = types;
            if (price is not null)
            {
                metadata[Metadata.SpotPriceLimit] = price;
            }
        }
        else
        {
            Take(Metadata.InstanceType);
        }

        Take(Metadata.VpcId);
        Take(Metadata.VSwitchIds);
        Take(Metadata.SecurityGroupId);
        Take(Metadata.Gateway);
        Take(Metadata.Grpc);
        Take(Metadata.TerminationGracePeriod);
        Take(Metadata.MaxSurge);
        Take(Metadata.MaxUnavailable);
        ImmutableArray<AttachedItem> scaleRules = ConfigLists.ScaleRules(cursor, out bool isKept);
        See(Metadata.AutoscaleMin, isKept);
        See(Metadata.AutoscaleMax, isKept);

        if (ConfigCursor.TextOf(cursor.Peek("/dockerAuth")) is { } auth && VariableReference.NameIn(auth) is { } variable)
        {
            metadata[Metadata.RegistryAuthFromEnvironment] = new ItemValue(variable, cursor.At("/dockerAuth"));
            cursor.Remove("/dockerAuth");
        }

        ImmutableArray<AttachedItem> variables = ConfigLists.Variables(cursor, "/containers/0/env");
        (ImmutableArray<AttachedItem> mounts, ImmutableArray<AttachedItem> otherMounts) = ConfigMount.ReadAll(cursor);
        ImmutableArray<AttachedItem> listeners = ConfigLists.Listeners(cursor);
        ImmutableArray<ServiceItem> sideContainers = [.. SideContainers.Of(cursor, name?.Text ?? "", metadata, mounts)];
        cursor.Prune("/metadata/rolling_strategy", "/metadata", "/autoscaler", "/runtime", "/cloud/computing", "/cloud/networking", "/cloud", "/networking");
        if (cursor.Peek("/containers") is JsonArray { Count: 1 } containers && containers[0] is JsonObject { Count: 0 })
        {
            cursor.Remove("/containers");
        }

        return new ServiceItem(name?.Text ?? "", name?.Location ?? cursor.At("/metadata/name"), metadata.ToImmutable(), mounts, variables)
        {
            NlbListeners = listeners,
            ScaleRules = scaleRules,
            SpillsOver = spillsOver,
            Arguments = ConfigLists.Arguments(cursor.Peek("/containers/0")),
            OtherMounts = otherMounts,
            SideContainers = sideContainers,
            Config = text,
            ConfigRest = cursor.Rest.Count == 0 ? null : cursor.Rest,
        };

        bool Take(string metadataName)
        {
            (string pointer, JsonTypes type) = ConfigKeys.Of(metadataName);
            if ((cursor.Take(pointer, type) ?? cursor.Meant(pointer, type)) is not { } value)
            {
                return false;
            }

            metadata[metadataName] = value;
            return true;
        }

        // A number of a section that stays in the document whole is judged, and written from there.
        void See(string metadataName, bool stays)
        {
            (string pointer, JsonTypes type) = ConfigKeys.Of(metadataName);
            if (!stays)
            {
                Take(metadataName);
            }
            else if (cursor.Peek(pointer) is JsonValue number && ConfigCursor.TextOf(number, type) is { } digits)
            {
                metadata[metadataName] = new ItemValue(digits, cursor.At(pointer));
            }
        }
    }
}
