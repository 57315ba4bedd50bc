using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Catalogs;

/// <summary>Asks a catalog source for everything the given services need, side by side.</summary>
public static class CatalogQuery
{
    /// <summary>ListWorkspaces, ListImages and DescribeMachineSpec always; ListResources when a group is named; GetImage for each image in use;
    /// what <see cref="NetworkQuery"/> asks when a network is named, and <see cref="StorageQuery"/> when object storage is mounted. A ConfigPatch names things like its service.</summary>
    /// <returns>Lists in the order of their ids: a message that offers the first row offers the same one every time.</returns>
    /// <exception cref="Diagnostics.CloudException">The first refusal; the other calls are cancelled.</exception>
    /// <remarks>Source: design section 4; deployment workflow, steps 1.2, 2.1, 2.3, 3.2, 3.3.</remarks>
    public static async Task<Catalog> RunAsync(
        ICatalogSource source, string region, IReadOnlyList<ServiceSpec> services, TimeProvider clock, CancellationToken ct)
    {
        services = [.. services, .. services.Select(service => service.OfPatch).OfType<ServiceSpec>()];
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task<ImmutableArray<Workspace>> workspaces = source.ListWorkspacesAsync(stop.Token);
        Task<ImmutableArray<CatalogImage>> images = source.ListImagesAsync(stop.Token);
        Task<ImmutableArray<InstanceType>> types = source.DescribeMachineSpecAsync(stop.Token);
        Task<ImmutableArray<ResourceGroup>?> groups = services.Any(service => service.Resources.ResourceGroup is not null)
            ? AskForGroupsAsync(source, stop.Token)
            : Task.FromResult<ImmutableArray<ResourceGroup>?>(null);
        Task<ImmutableArray<ImageDetail>> details = AskForDetailsAsync(source, images, types, services, stop.Token);

        Task<CatalogNetwork?> network = NetworkQuery.RunAsync(source, services, stop.Token);
        Task<ImmutableArray<CatalogDataset>?> datasets = AskForDatasetsAsync(source, services, stop.Token);

        Task<CatalogStorage?> storage = StorageQuery.RunAsync(source, region, services, stop.Token);
        Task<ImmutableArray<CatalogImage>?> others = AskForOtherImagesAsync(source, images, services, stop.Token);

        await AllOrCancelAsync([workspaces, images, types, groups, details, network, datasets, storage, others], stop).ConfigureAwait(false);
        return new Catalog(
            region,
            clock.GetUtcNow(),
            null,
            [.. (await workspaces.ConfigureAwait(false)).OrderBy(row => row.Id, StringComparer.Ordinal)],
            await images.ConfigureAwait(false),
            await details.ConfigureAwait(false),
            await types.ConfigureAwait(false),
            await groups.ConfigureAwait(false),
            await network.ConfigureAwait(false),
            await datasets.ConfigureAwait(false),
            await storage.ConfigureAwait(false),
            await others.ConfigureAwait(false));
    }

    // The first failure is the one to report: those that follow are cancellations we caused.
    private static async Task AllOrCancelAsync(List<Task> tasks, CancellationTokenSource stop)
    {
        Exception? first = null;
        while (tasks.Count > 0)
        {
            Task done = await Task.WhenAny(tasks).ConfigureAwait(false);
            tasks.Remove(done);
            if (first is null && (done.IsFaulted || done.IsCanceled))
            {
                first = done.Exception?.InnerException ?? new TaskCanceledException(done);
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }

        if (first is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }

    private static async Task<ImmutableArray<ResourceGroup>?> AskForGroupsAsync(ICatalogSource source, CancellationToken ct) =>
        [.. (await source.ListResourcesAsync(ct).ConfigureAwait(false)).OrderBy(row => row.Id, StringComparer.Ordinal)];

    private static async Task<ImmutableArray<ImageDetail>> AskForDetailsAsync(
        ICatalogSource source, Task<ImmutableArray<CatalogImage>> list, Task<ImmutableArray<InstanceType>> typeList, IReadOnlyList<ServiceSpec> services, CancellationToken ct)
    {
        ImmutableArray<CatalogImage> images = await list.ConfigureAwait(false);
        ImmutableArray<InstanceType> types = services.Any(service => service.Environment.Image is { Value.IsBareFamily: true })
            ? await typeList.ConfigureAwait(false)
            : [];
        IEnumerable<string> ids = services
            .Select(service => ImageMatch.Find(images, service, types)?.ImageId)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        return [.. await Task.WhenAll(ids.Select(id => source.GetImageAsync(id, ct))).ConfigureAwait(false)];
    }

    // An image of the team, or one that EAS does not serve: asked for by name, because the list holds official ones only.
    private static async Task<ImmutableArray<CatalogImage>?> AskForOtherImagesAsync(
        ICatalogSource source, Task<ImmutableArray<CatalogImage>> list, IReadOnlyList<ServiceSpec> services, CancellationToken ct)
    {
        ImmutableArray<CatalogImage> images = await list.ConfigureAwait(false);
        string[] names = [.. services.Select(service => service.Environment.Image?.Value).OfType<ImageReference>()
            .Where(image => image.Tag.Length > 0 && !images.Any(row => ImageMatch.Is(row, image)))
            .Select(image => image.ShortName).Distinct(StringComparer.Ordinal)];
        if (names.Length == 0)
        {
            return null;
        }

        try
        {
            ImmutableArray<CatalogImage>[] found = await Task.WhenAll(names.Select(name => source.FindImagesAsync(name, ct))).ConfigureAwait(false);
            return [.. found.SelectMany(rows => rows).Where(row => names.Contains(row.Name)).DistinctBy(row => row.ImageId)];
        }
        catch (CloudException exception) when (exception.Descriptor == CloudDiagnostics.NoPermission)
        {
            return null;
        }
    }

    // Who may not read datasets goes without their facts.
    private static async Task<ImmutableArray<CatalogDataset>?> AskForDatasetsAsync(
        ICatalogSource source, IReadOnlyList<ServiceSpec> services, CancellationToken ct)
    {
        string[] ids = [.. services
            .SelectMany(service => service.Environment.Mounts)
            .Select(mount => mount.Parsed).OfType<StorageSource.PaiDataset>()
            .Select(dataset => dataset.Id).Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0)
        {
            return null;
        }

        try
        {
            CatalogDataset?[] found = await Task.WhenAll(ids.Select(id => source.GetDatasetAsync(id, ct))).ConfigureAwait(false);
            return [.. found.OfType<CatalogDataset>()];
        }
        catch (CloudException exception) when (exception.Descriptor == CloudDiagnostics.NoPermission)
        {
            return null;
        }
    }
}
