using System.Reflection;
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

    /// <summary>What every call of this run says of itself.</summary>
    public string UserAgentFor(string runId) => UserAgent.Length > 0 ? UserAgent : Aliyun.UserAgent.For(Version, runId);

    /// <summary>Opens the cloud; starts or finds the emulator first when it is asked for.</summary>
    /// <exception cref="CloudException">EAS70xx: no region, no credentials, no emulator.</exception>
    public async Task<AliyunCloud> OpenAsync(string runId, CancellationToken ct)
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

        CloudSettings settings = new()
        {
            Region = region,
            Endpoint = endpoint,
            Profile = NullIfEmpty(Profile),
            UserAgent = UserAgentFor(runId),
        };
        return await AliyunCloud.OpenAsync(settings, Transport, s_places, ct).ConfigureAwait(false);
    }

    /// <summary>Asks for the catalog, or says in it why nothing was asked.</summary>
    /// <param name="offlineReason">Why nothing is asked in mode Offline, in words.</param>
    /// <returns>With mode Auto also the failure that was passed over; null = none.</returns>
    /// <exception cref="CloudException">Mode Online: whatever failed. Mode Auto: a region or an endpoint that is none.</exception>
    public async Task<(Catalog Catalog, CloudException? Failure)> QueryCatalogAsync(
        CatalogMode mode, string offlineReason, IReadOnlyList<ServiceSpec> specs, string runId, CancellationToken ct)
    {
        if (mode == CatalogMode.Offline)
        {
            return (Catalog.NotQueried(FindRegion(), offlineReason), null);
        }

        if (mode == CatalogMode.Auto && WhatIsMissing() is { } missing)
        {
            return (Catalog.NotQueried(FindRegion(), missing), null);
        }

        try
        {
            using AliyunCloud cloud = await OpenAsync(runId, ct).ConfigureAwait(false);
            return (await CatalogQuery.RunAsync(cloud, FindRegion()!, specs, TimeProvider.System, ct).ConfigureAwait(false), null);
        }
        catch (CloudException failure) when (mode == CatalogMode.Auto && failure.Descriptor != CloudDiagnostics.BadRegion && failure.Descriptor != CloudDiagnostics.BadEndpoint)
        {
            return (Catalog.NotQueried(FindRegion(), "the cloud did not answer"), failure);
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
