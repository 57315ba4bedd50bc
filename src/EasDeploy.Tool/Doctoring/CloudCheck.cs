using System.Globalization;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Hosts;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Sts;
using EasDeploy.Diagnostics;

namespace EasDeploy.Tool.Doctoring;

/// <summary>Looks at the cloud from here: whether it answers, whose calls these are, what they may do, and what time it is there.</summary>
internal static class CloudCheck
{
    /// <summary>Name of the line that says nothing can be reached.</summary>
    public const string Network = "Network";

    /// <summary>Requests more than 15 minutes off are refused: half of it is told. Source: openapi.md section 3.</summary>
    private static readonly TimeSpan s_skewToTell = TimeSpan.FromMinutes(7.5);

    public static async Task<IReadOnlyList<CheckUp>> RunAsync(AliyunCloud cloud, CancellationToken ct)
    {
        CheckUp reached = await ReachAsync(cloud, ct);
        if (reached.State == CheckState.Bad)
        {
            return [reached];
        }

        CheckUp[] permissions = await Task.WhenAll(PermissionProbe.All.Select(probe => PermissionAsync(cloud, probe, ct)));
        return
        [
            reached,
            .. permissions,
            new CheckUp(CheckState.Good, "Permissions to change", "not tried, a try would change something or needs a service. A deployer's policy also has: " + PermissionProbe.Policy(PermissionProbe.Untried)),
        ];
    }

    /// <param name="settings">Only its host counts.</param>
    public static async Task<CheckUp> ClockAsync(CloudSettings settings, TimeProvider clock, CancellationToken ct)
    {
        const string Name = "Clock";
        Uri host = new ServiceHosts(settings).BaseAddress(ApiProduct.Eas);
        using HttpClient client = new(new SocketsHttpHandler { UseProxy = !host.IsLoopback }) { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(host, HttpCompletionOption.ResponseHeadersRead, ct);
            TimeSpan? skew = clock.GetUtcNow() - answer.Headers.Date;
            return skew is null ? new CheckUp(CheckState.Warning, Name, $"{host.Host} tells no time")
                : skew.Value.Duration() < s_skewToTell ? new CheckUp(CheckState.Good, Name, string.Create(CultureInfo.InvariantCulture, $"{skew.Value.Duration().TotalSeconds:0} s off"))
                : new CheckUp(
                    CheckState.Bad,
                    Name,
                    string.Create(CultureInfo.InvariantCulture, $"{skew.Value.Duration().TotalMinutes:0} min {(skew > TimeSpan.Zero ? "fast" : "slow")}; requests more than 15 min off are refused"),
                    "Set the clock of this machine, for example with 'timedatectl set-ntp true'");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new CheckUp(CheckState.Bad, Network, $"{host.Authority} does not answer: {fault.Message.TrimEnd('.')}", "Check the region, the proxy variables and the network of this machine");
        }
    }

    private static async Task<CheckUp> ReachAsync(AliyunCloud cloud, CancellationToken ct)
    {
        const string Name = "Account";
        try
        {
            CallerIdentity caller = await cloud.Sts.GetCallerIdentityAsync(ct);
            return new CheckUp(CheckState.Good, Name, $"{caller.AccountId}, {caller.IdentityType} {caller.Arn}");
        }
        catch (CloudException refusal)
        {
            return new CheckUp(CheckState.Bad, Name, $"{refusal.Descriptor.Code}: {refusal.Message}");
        }
    }

    private static async Task<CheckUp> PermissionAsync(AliyunCloud cloud, PermissionProbe probe, CancellationToken ct)
    {
        string name = $"Permission {probe.Action}";
        try
        {
            await probe.CallAsync(cloud, ct);
            return new CheckUp(CheckState.Good, name, probe.Use);
        }
        catch (CloudException refusal) when (refusal.Descriptor == CloudDiagnostics.NoPermission)
        {
            return new CheckUp(
                probe.IsNeeded ? CheckState.Bad : CheckState.Warning, name, $"denied; it is needed {probe.Use}", "Add to the RAM policy: " + PermissionProbe.Policy([probe.Action]));
        }
        catch (CloudException refusal)
        {
            return new CheckUp(probe.IsNeeded ? CheckState.Bad : CheckState.Warning, name, $"{refusal.Descriptor.Code}: {refusal.Message}");
        }
    }
}
