using EasDeploy.Aliyun.Credentials;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Deployments;

/// <summary>The surroundings of a deployment that this process runs: real clock, this user, state files on this machine.</summary>
public static class LocalSurroundings
{
    /// <summary>Asking STS who calls is a convenience: a network that does not let it through must not stop a deployment.</summary>
    private static readonly TimeSpan s_accountPatience = TimeSpan.FromSeconds(5);

    /// <param name="statePath">Full path of the state folder.</param>
    /// <param name="project">Name for the label of the services; empty = none.</param>
    /// <param name="next">What a person types after this run.</param>
    public static async Task<DeploymentSurroundings> OfAsync(
        AliyunCloud cloud, IServiceProbe probe, string region, bool isEmulated, string statePath, string project, string runId, int maxParallel, NextCommands next, CancellationToken ct) =>
        new(region, TimeProvider.System, Random.Shared.NextDouble, maxParallel, next)
        {
            ReadVariable = name => new Secret(CredentialPlaces.OfThisProcess.GetEnvironmentVariable(name)),
            Probe = probe,
            State = new StateFiles(statePath),
            RunId = runId,
            Project = project,
            Holder = $"{Environment.UserName}@{Environment.MachineName}",
            Account = isEmulated ? "emulator" : await FindAccountAsync(cloud, ct).ConfigureAwait(false),
        };

    /// <summary>State folder of deployments that belong to no project: below the user's own state, one per region, and one per emulator.</summary>
    public static string UserStatePath(AliyunCloud cloud, string region) => Path.Combine(
        StateFolder.PathFor(CredentialPlaces.OfThisProcess), "deployments", cloud.Endpoint is { } endpoint ? $"{region}-{endpoint.Host}-{endpoint.Port}" : region);

    private static async Task<string?> FindAccountAsync(AliyunCloud cloud, CancellationToken ct)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s_accountPatience);
        try
        {
            return (await cloud.Sts.GetCallerIdentityAsync(patience.Token).ConfigureAwait(false)).AccountId;
        }
        catch (Exception exception) when (exception is CloudException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
