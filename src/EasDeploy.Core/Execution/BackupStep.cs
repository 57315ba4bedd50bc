using EasDeploy.Diagnostics;
using EasDeploy.Plans;

namespace EasDeploy.Execution;

/// <summary>Saves the live service before anything of it goes away.</summary>
internal static class BackupStep
{
    /// <returns>False when it cannot be saved; that is said, and nothing was touched.</returns>
    /// <exception cref="DeploymentStateException">The disk or the rights say no.</exception>
    /// <exception cref="CloudException">The scaling rules could not be read.</exception>
    public static async Task<bool> TakeAsync(ServiceChange change, LiveService live, CancellationToken ct)
    {
        if (LiveDiff.Parse(live.ServiceConfig) is not { } body)
        {
            change.Add(DeploymentDiagnostics.NoBackup, live.Status);
            return false;
        }

        DeploymentSurroundings surroundings = change.Surroundings;
        Task<string> ReadAsync(Func<string, CancellationToken, Task<string>> describe) =>
            PassingFault.OutliveAsync(() => describe(change.Name, ct), surroundings.Clock, change.Log.Say, ct);
        ServiceBackup backup = new()
        {
            Service = change.Name,
            At = surroundings.Clock.GetUtcNow(),
            Body = live.ServiceConfig!,
            AccessToken = live.AccessToken.Reveal(),
            WorkspaceId = live.WorkspaceId,
            Version = live.CurrentVersion,
            Status = live.Status,
            Labels = live.Labels.Remove(ServiceLabels.Lease),
            AutoScaler = live.AutoscalerEnabled && !body.ContainsKey("autoscaler")
                ? await ReadAsync(change.ControlPlane.DescribeServiceAutoScalerAsync).ConfigureAwait(false)
                : null,
            CronScaler = live.CronscalerEnabled && !body.ContainsKey("cronscaler")
                ? await ReadAsync(change.ControlPlane.DescribeServiceCronScalerAsync).ConfigureAwait(false)
                : null,
        };
        surroundings.State.Write(StateFile.Backup, change.Name, ServiceBackup.Serialize(backup));
        change.Backup = backup;
        change.Writes.Note(journal => journal with { HasBackup = true });
        return true;
    }
}
