using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Locks;

/// <summary>Picks the rows of a catalog that one service rests on.</summary>
internal static class LockRows
{
    /// <summary>Labels that decide something; the others (how new an image is, who made it) would only move the lock.</summary>
    internal static readonly ImmutableArray<string> LabelsInUse = ["system.chipType", "system.imageUri", "system.supported.eas", "system.eas.default.script", "system.eas.default.port"];

    /// <summary>What the resolution of the service used. Whatever the service does not ask about is left out, so that other services never show in its entry.</summary>
    public static Catalog Used(ResolvedService service)
    {
        Catalog catalog = service.Catalog;
        ResolvedService[] both = [service, .. PatchedDocument.Resolve(service)];
        ServiceSpec[] specs = [.. both.Select(one => one.Spec)];
        HashSet<string> types = [.. both.SelectMany(one => one.InstanceTypes).Select(type => type.Name.Value), .. specs.SelectMany(spec => spec.Resources.InstanceTypes).Select(type => type.Value)];
        ImmutableArray<CatalogImage> images =
            [.. specs.Select(spec => ImageMatch.Find(catalog.Images, spec, catalog.InstanceTypes)).OfType<CatalogImage>().DistinctBy(image => image.ImageId)];
        HashSet<string> workspaces = Named(specs, spec => spec.BasicInfo.Workspace);
        HashSet<string> groups = Named(specs, spec => spec.Resources.ResourceGroup);
        HashSet<string> datasets = [.. specs.SelectMany(spec => spec.Environment.Mounts).Select(mount => mount.Parsed).OfType<StorageSource.PaiDataset>().Select(dataset => dataset.Id)];
        return catalog with
        {
            // A choice among the enabled ones rests on all of them.
            Workspaces = [.. catalog.Workspaces.Where(row => workspaces.Count == 0 ? row.Status == "ENABLED" : workspaces.Contains(row.Id) || workspaces.Contains(row.Name))],
            Images = [.. images.Select(image => image with { Labels = InUse(image.Labels) })],
            ImageDetails = [.. catalog.ImageDetails.Where(detail => images.Any(image => image.ImageId == detail.ImageId)).Select(detail => detail with { Labels = InUse(detail.Labels) })],
            InstanceTypes = [.. catalog.InstanceTypes.Where(row => types.Contains(row.Name))],
            ResourceGroups = Of(catalog.ResourceGroups, groups, row => row.Id, row => row.Name),
            NamedNetwork = Used(catalog.Network, specs),
            Datasets = Of(catalog.Datasets, datasets, row => row.Id),
            MountedStorage = Used(catalog.MountedStorage, specs),
            OtherImages = Of(
                catalog.OtherImages, [.. specs.Where(spec => ImageMatch.Find(images, spec, catalog.InstanceTypes) is null).Select(spec => spec.Environment.Image?.Value.ShortName).OfType<string>()],
                row => row.Name) is { } others ? [.. others.Select(image => image with { Labels = InUse(image.Labels) })] : null,
        };
    }

    /// <summary>Also the rows that the repair of a finding may name: the short lists whole, and the first choice of each chip.</summary>
    public static Catalog WithOffers(Catalog used, ResolvedService service)
    {
        Catalog catalog = service.Catalog;
        IEnumerable<InstanceType> offers = Enum.GetValues<Chip>().Select(chip => InstanceRanking.Pick(catalog.InstanceTypes, [chip])).OfType<InstanceType>();
        return used with
        {
            Workspaces = catalog.Workspaces,
            InstanceTypes = [.. used.InstanceTypes.Concat(offers).DistinctBy(row => row.Name)],
            ResourceGroups = used.ResourceGroups is null ? null : catalog.ResourceGroups,
            NamedNetwork = used.NamedNetwork is null ? null : catalog.NamedNetwork,
            MountedStorage = used.MountedStorage is { } storage ? storage with { Buckets = catalog.Storage.Buckets } : null,
        };
    }

    private static ImmutableArray<ImageLabel> InUse(ImmutableArray<ImageLabel> labels) => [.. labels.Where(label => LabelsInUse.Contains(label.Key))];

    private static CatalogNetwork? Used(CatalogNetwork network, ServiceSpec[] specs)
    {
        HashSet<string> gateways = Named(specs, spec => spec.Network.Gateway);
        HashSet<string> vpcs = Named(specs, spec => spec.Network.VpcId);
        HashSet<string> vSwitches = [.. specs.SelectMany(spec => spec.Network.VSwitchIds).Select(id => id.Value)];
        HashSet<string> securityGroups = Named(specs, spec => spec.Network.SecurityGroupId);
        HashSet<string> loadBalancers =
            [.. specs.SelectMany(spec => spec.Network.Listeners).Where(listener => !listener.IsOwnedByService).Select(listener => listener.Id.Value)];
        CatalogNetwork used = new(
            Of(network.Gateways, gateways, row => row.Id, row => row.Name),
            Of(network.Vpcs, vpcs, row => row.Id),
            Of(network.VSwitches, vSwitches, row => row.Id),
            Of(network.SecurityGroups, securityGroups, row => row.Id),
            Of(network.LoadBalancers, loadBalancers, row => row.Id));
        return used == CatalogNetwork.NotAsked ? null : used;
    }

    private static CatalogStorage? Used(CatalogStorage? storage, ServiceSpec[] specs)
    {
        HashSet<string> paths = [.. specs.SelectMany(StorageQuery.PathsOf)];
        return storage is null || paths.Count == 0
            ? null
            : new CatalogStorage(
                Of(storage.Buckets, [.. paths.Select(path => OssPath.Split(path).Bucket)], row => row.Name),
                [.. storage.Folders.Where(folder => paths.Contains(folder.Path))]);
    }

    private static HashSet<string> Named(ServiceSpec[] specs, Func<ServiceSpec, Given<string>?> part) =>
        [.. specs.Select(spec => part(spec)?.Value).OfType<string>()];

    /// <returns>Null = the service asks for none, or the list is not known.</returns>
    private static ImmutableArray<T>? Of<T>(ImmutableArray<T>? rows, HashSet<string> wanted, params Func<T, string>[] names) =>
        wanted.Count == 0 || rows is not { } known ? null : [.. known.Where(row => names.Any(name => wanted.Contains(name(row))))];
}
