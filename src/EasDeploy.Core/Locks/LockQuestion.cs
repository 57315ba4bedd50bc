using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Locks;

/// <summary>What a service asks of the catalog: every value that decides which rows answer it.</summary>
internal static class LockQuestion
{
    private const string OfPatch = "ConfigPatch/";

    /// <returns>By metadata name, or item name for what is attached; what a ConfigPatch asks for comes under <c>ConfigPatch/</c>.</returns>
    public static ImmutableDictionary<string, string> Of(ServiceSpec spec)
    {
        ImmutableDictionary<string, string>.Builder asked = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Add(asked, "", spec);
        if (spec.OfPatch is { } patch)
        {
            Add(asked, OfPatch, patch);
        }

        return asked.ToImmutable();
    }

    /// <summary>Where the author wrote a value that is asked for.</summary>
    public static SourceLocation PlaceOf(ServiceSpec spec, string name) => name switch
    {
        _ when name.StartsWith(OfPatch, StringComparison.Ordinal) => spec.OfPatch is { } patch ? PlaceOf(patch, name[OfPatch.Length..]) : spec.Location,
        PropertyCatalog.NlbListener when !spec.Item.NlbListeners.IsEmpty => spec.Item.NlbListeners[0].Location,
        PropertyCatalog.Storage => spec.Item.Find(Metadata.Model)?.Location ?? (spec.Item.Storage is [var first, ..] ? first.Location : spec.Location),
        _ => spec.Item.Find(name)?.Location ?? spec.Location,
    };

    private static void Add(ImmutableDictionary<string, string>.Builder asked, string prefix, ServiceSpec spec)
    {
        ServiceEnvironmentSpec environment = spec.Environment;
        InstanceNeed? need = spec.Resources.Need;
        Put(Metadata.Workspace, spec.BasicInfo.Workspace?.Value);
        Put(Metadata.Image, environment.Image?.Value.Text);
        Put(Metadata.ImageVersion, environment.ImageVersion?.Value.ToNormalizedString());
        Put(Metadata.Chip, environment.Chip?.Value.ToString());
        Put(Metadata.InstanceType, Joined(spec.Resources.InstanceTypes.Select(type => type.Value)));
        Put(Metadata.GpuCount, Number(need?.GpuCount));
        Put(Metadata.GpuModel, need?.GpuModel);
        Put(Metadata.MinGpuMemory, Number(need?.MinGpuMemory));
        Put(Metadata.MinCpu, Number(need?.MinCpu));
        Put(Metadata.MinMemory, Number(need?.MinMemory));
        Put(Metadata.AutoSwitchInstance, spec.Policy.AutoSwitchInstance ? null : "false");
        Put(Metadata.ResourceGroup, spec.Resources.ResourceGroup?.Value);
        Put(Metadata.Gateway, spec.Network.Gateway?.Value);
        Put(Metadata.VpcId, spec.Network.VpcId?.Value);
        Put(Metadata.VSwitchIds, Joined(spec.Network.VSwitchIds.Select(id => id.Value)));
        Put(Metadata.SecurityGroupId, spec.Network.SecurityGroupId?.Value);
        Put(PropertyCatalog.NlbListener, Joined(spec.Network.Listeners.Where(listener => !listener.IsOwnedByService).Select(listener => listener.Id.Value).Distinct()));
        Put(PropertyCatalog.Storage, Joined(environment.Mounts
            .Where(mount => mount.Parsed is StorageSource.PaiDataset).Select(mount => mount.Source.Value)
            .Concat(StorageQuery.PathsOf(spec)).Distinct().Order(StringComparer.Ordinal)));

        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                asked[prefix + name] = value;
            }
        }
    }

    private static string Joined(IEnumerable<string> names) => string.Join(';', names);

    private static string? Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);
}
