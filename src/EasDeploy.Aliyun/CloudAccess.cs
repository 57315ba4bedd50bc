using System.Reflection;
using EasDeploy.Aliyun.CatalogCache;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Emulation;
using EasDeploy.Aliyun.Transports.Cli;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Aliyun;

/// <summary>When a catalog is asked for. MSBuild: <c>EasCatalogMode</c>.</summary>
/// <remarks>Source: design section 4.</remarks>
public enum CatalogMode
{
    /// <summary>When region and credentials are there; a cloud that does not answer is passed over.</summary>
    Auto,
    Online,

    /// <summary>Every fact from the lock beside the project; nobody is asked.</summary>
    Locked,
    Offline,
}

/// <summary>What a project or a command line says about cloud access; never a credential.</summary>
/// <param name="Region"><c>EasRegion</c>; empty = looked up.</param>
/// <param name="Endpoint"><c>EasEndpoint</c>; wins over <paramref name="Emulator"/>.</param>
/// <param name="EmulatorAssembly">Full path of <c>EasDeploy.Emulator.dll</c>.</param>
/// <param name="DotnetHost">Full path of the running <c>dotnet</c>; empty = the one on PATH.</param>
public sealed record CloudAccess(
    string Region, string Endpoint, string Profile, string UserAgent, TransportChoice Transport, bool Emulator, string EmulatorAssembly, string DotnetHost)
{
    /// <summary>Source: design section 3, property EasEmulator.</summary>
    private const string EmulatorRegion = "cn-hangzhou";

    private static readonly CredentialPlaces s_places = CredentialPlaces.OfThisProcess;

    /// <summary>This product's version with its pre-release label, without the commit: the emulator beside us reports the same one.</summary>
    public static string Version { get; } =
        typeof(CloudAccess).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>True when the calls go to an emulator of this machine, so that no real credentials are read.</summary>
    public bool IsEmulated => Endpoint.Length > 0 ? CloudSettings.ParseEndpoint(Endpoint)!.IsLoopback : Emulator;

    /// <returns><c>EasRegion</c>, then ALIBABA_CLOUD_REGION_ID, then the profile's; the emulator's own for an emulator; null = none.</returns>
    public string? FindRegion()
    {
        if (Region.Length > 0)
        {
            return Region;
        }

        return IsEmulated ? EmulatorRegion : RegionLookup.Find(NullIfEmpty(Profile), s_places)?.Region;
    }

    /// <summary>Why nothing can be asked, in words; null when everything needed is there.</summary>
    public string? WhatIsMissing()
    {
        if (FindRegion() is null)
        {
            return "no region is set";
        }

        // The CLI brings credentials of its own; what it lacks it says when it is called.
        bool hasWay = IsEmulated
            || Transport == TransportChoice.AliyunCli
            || CredentialChain.Find(NullIfEmpty(Profile), s_places) is not { Source: null, Unusable: null }
            || (Transport == TransportChoice.Auto && AliyunCli.Locate(s_places) is not null);
        return hasWay ? null : "no credentials were found";
    }

    /// <summary>An answer of the catalogs is good enough for so long. Source: design section 4.</summary>
    public static TimeSpan CatalogLifetime => KeptAnswers.Lifetime;

    /// <summary>What every call of this run says of itself.</summary>
    public string UserAgentFor(string runId) => UserAgent.Length > 0 ? UserAgent : Aliyun.UserAgent.For(Version, runId);

    /// <summary>Opens the cloud; starts or finds the emulator first when it is asked for.</summary>
    /// <exception cref="CloudException">EAS70xx: no region, no credentials, no emulator.</exception>
    public async Task<AliyunCloud> OpenAsync(string runId, CancellationToken ct) =>
        await AliyunCloud.OpenAsync(await SettingsAsync(runId, ct).ConfigureAwait(false), Transport, s_places, ct).ConfigureAwait(false);

    /// <summary>Asks for the catalog, or says in it why nothing was asked. Answers of the last 24 hours are good enough.</summary>
    /// <param name="offlineReason">Why nothing is asked in mode Offline, in words.</param>
    /// <returns>With mode Auto also the failure that was passed over; null = none.</returns>
    /// <exception cref="CloudException">Mode Online: whatever failed. Mode Auto: a region or an endpoint that is none.</exception>
    public Task<(Catalog Catalog, CloudException? Failure)> QueryCatalogAsync(
        CatalogMode mode, string offlineReason, IReadOnlyList<ServiceSpec> specs, string runId, CancellationToken ct) =>
        QueryCatalogAsync(mode, offlineReason, specs, runId, default, ct);

    /// <param name="askedSince">Kept answers that are older are asked for again; default = none is too old within 24 hours.</param>
    /// <inheritdoc cref="QueryCatalogAsync(CatalogMode, string, IReadOnlyList{ServiceSpec}, string, CancellationToken)"/>
    public async Task<(Catalog Catalog, CloudException? Failure)> QueryCatalogAsync(
        CatalogMode mode, string offlineReason, IReadOnlyList<ServiceSpec> specs, string runId, DateTimeOffset askedSince, CancellationToken ct)
    {
        if (mode is CatalogMode.Offline or CatalogMode.Locked)
        {
            return (Catalog.NotQueried(FindRegion(), offlineReason), null);
        }

        if (mode == CatalogMode.Auto && WhatIsMissing() is { } missing)
        {
            return (Catalog.NotQueried(FindRegion(), missing), null);
        }

        try
        {
            return (await QueryAsync(specs, await SettingsAsync(runId, ct).ConfigureAwait(false), askedSince, ct).ConfigureAwait(false), null);
        }
        catch (CloudException failure) when (mode == CatalogMode.Auto && failure.Descriptor != CloudDiagnostics.BadRegion && failure.Descriptor != CloudDiagnostics.BadEndpoint)
        {
            return (Catalog.NotQueried(FindRegion(), "the cloud did not answer"), failure);
        }
    }

    private async Task<Catalog> QueryAsync(IReadOnlyList<ServiceSpec> specs, CloudSettings settings, DateTimeOffset askedSince, CancellationToken ct)
    {
        TimeProvider clock = TimeProvider.System;
        if (await AccountAsync(settings, ct).ConfigureAwait(false) is not { } account)
        {
            using AliyunCloud cloud = await AliyunCloud.OpenAsync(settings, Transport, s_places, ct).ConfigureAwait(false);
            return await CatalogQuery.RunAsync(cloud, settings.Region, specs, clock, ct).ConfigureAwait(false);
        }

        string folder = KeptAnswers.FolderFor(StateFolder.PathFor(s_places), account, settings.Region, settings.Endpoint?.AbsoluteUri ?? "");
        KeptAnswers kept = new(folder, clock, askedSince);
        using CachedCatalogSource source = new(kept, open => AliyunCloud.OpenAsync(settings, Transport, s_places, open));
        Catalog catalog = await CatalogQuery.RunAsync(source, settings.Region, specs, clock, ct).ConfigureAwait(false);
        return catalog with { QueriedAt = kept.Oldest ?? catalog.QueriedAt };
    }

    /// <returns>What tells the answers of this account from those of others; null = not known, so none are kept.</returns>
    /// <remarks>An emulator is an account of its own from start to end: another one may listen on its port next.</remarks>
    private async Task<string?> AccountAsync(CloudSettings settings, CancellationToken ct)
    {
        if (settings.IsLoopback)
        {
            return await EmulatorHandle.InstanceAsync(settings.Endpoint!, ct).ConfigureAwait(false);
        }

        CredentialSearch search = CredentialChain.Find(settings.Profile, s_places);
        return Transport != TransportChoice.AliyunCli && search.Source is { } source ? (await source.GetAsync(renew: false, ct).ConfigureAwait(false)).Id : null;
    }

    private async Task<CloudSettings> SettingsAsync(string runId, CancellationToken ct)
    {
        string region = FindRegion() ?? throw CloudException.Of(CloudDiagnostics.NoRegion, null);
        Uri? endpoint = CloudSettings.ParseEndpoint(NullIfEmpty(Endpoint));
        if (endpoint is null && Emulator)
        {
            EmulatorLaunch launch = new()
            {
                DotnetHost = DotnetHost.Length > 0 ? DotnetHost : "dotnet",
                EmulatorAssembly = EmulatorAssembly,
                Region = region,
                StateFolder = StateFolder.PathFor(s_places),
                Version = Version,
            };
            endpoint = await EmulatorProcess.FindOrStartAsync(launch, ct).ConfigureAwait(false);
        }

        return new CloudSettings
        {
            Region = region,
            Endpoint = endpoint,
            Profile = NullIfEmpty(Profile),
            UserAgent = UserAgentFor(runId),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
