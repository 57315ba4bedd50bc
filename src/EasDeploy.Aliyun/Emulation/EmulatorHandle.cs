using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Emulation;

/// <summary>The note a running emulator leaves so that others find it, and ours about which build it runs.</summary>
internal sealed class EmulatorHandle(EmulatorLaunch launch)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(2),
        DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } },
    };

    /// <summary>Written by the emulator: <c>{"address","pid","version","region"}</c>.</summary>
    public string HandleFile { get; } = Path.Combine(launch.StateFolder, $"emulator-{launch.Region}.json");

    /// <summary>Held while an emulator is replaced, so that parallel builds start one.</summary>
    public string LockFile { get; } = Path.Combine(launch.StateFolder, $"emulator-{launch.Region}.lock");

    /// <summary>Written by us: hash of the emulator's assembly, because a rebuilt one may have the old version.</summary>
    private string BuildFile { get; } = Path.Combine(launch.StateFolder, $"emulator-{launch.Region}.build");

    /// <returns>Base address in the handle file; null when there is none, or it is not this machine's.</returns>
    public Uri? Address()
    {
        try
        {
            using JsonDocument? handle = ApiAnswer.ParseObject(File.ReadAllBytes(HandleFile));
            return Uri.TryCreate(handle?.RootElement.Text("address"), UriKind.Absolute, out Uri? address) && address.IsLoopback ? address : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>Version the emulator at this address reports; null when none answers.</returns>
    public static Task<string?> VersionAsync(Uri address, CancellationToken ct) => HealthAsync(address, "version", ct);

    /// <returns>Name that this run of the emulator gave itself; null when none answers.</returns>
    public static Task<string?> InstanceAsync(Uri address, CancellationToken ct) => HealthAsync(address, "instance", ct);

    private static async Task<string?> HealthAsync(Uri address, string field, CancellationToken ct)
    {
        try
        {
            using HttpResponseMessage answer = await Client.GetAsync(new Uri(address, "/_control/health"), ct).ConfigureAwait(false);
            byte[] body = await answer.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false);
            using JsonDocument? health = answer.IsSuccessStatusCode ? ApiAnswer.ParseObject(body) : null;
            return health?.RootElement.Text(field);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    public static async Task ShutdownAsync(Uri address, CancellationToken ct)
    {
        try
        {
            using HttpResponseMessage answer = await Client
                .PostAsync(new Uri(address, "/_control/shutdown"), content: null, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // It ended before it could answer.
        }
    }

    public bool IsThisVersion(string reported) => Core(reported) == Core(launch.Version);

    /// <summary>True when the running emulator was started from the very file we would start.</summary>
    public bool IsThisBuild()
    {
        try
        {
            return File.ReadAllText(BuildFile) == BuildId();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void RememberBuild() => File.WriteAllText(BuildFile, BuildId());

    public void Forget() => File.Delete(HandleFile);

    private string BuildId() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(launch.EmulatorAssembly)));

    private static string Core(string version) => version.Split('+')[0];
}
