using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>Brings services back to what they were before the last deployment.</summary>
/// <remarks>Source: design section 5. By the backup while one is kept, else by the version before.</remarks>
public sealed class ServicesRollback(IControlPlane controlPlane, DeploymentSurroundings surroundings, IProgress<DeploymentProgress> progress)
{
    /// <summary>One result per service, in the order given. Running = the old one answers again.</summary>
    public Task<ImmutableArray<DeploymentResult>> RunAsync(IReadOnlyList<ServiceSpec> services, CancellationToken ct) =>
        SideBySide.RunAsync(services, surroundings.MaxParallel, spec =>
        {
            ServiceChange change = new(spec, controlPlane, surroundings, progress);
            return ServiceOperation.RunAsync(change, (claim, live) => RollBackAsync(change, claim, live, ct), ct);
        });

    private static async Task<DeploymentOutcome> RollBackAsync(ServiceChange change, ServiceClaim claim, LiveService? live, CancellationToken ct)
    {
        ServiceRestoration restoration = new(change, claim) { IsAsked = true };
        DeploymentJournal journal = change.NewJournal(configHash: null, live);
        if (change.Earlier is { } earlier)
        {
            change.Writes.Begin(earlier with { Run = change.Surroundings.RunId, EarlierRuns = change.EarlierRuns });
        }

        switch (change.Earlier?.VersionBefore, change.Backup, live)
        {
            case ({ } version, _, not null):
                return Outcome(await restoration.ToVersionAsync(version, ct).ConfigureAwait(false));
            case (_, { } backup, _):
                return Outcome(await restoration.FromBackupAsync(backup, givesUpRunning: true, ct).ConfigureAwait(false));
            case (_, _, { CurrentVersion: > 1 and var current }):
                change.Writes.Begin(journal with { VersionBefore = current - 1 });
                await claim.TakeAsync(isKept: true, ct).ConfigureAwait(false);
                return Outcome(await restoration.ToVersionAsync(current - 1, ct).ConfigureAwait(false));
            default:
                change.Add(DeploymentDiagnostics.NothingToRollBack, live is null
                    ? $"it does not exist, and no backup of it is in {change.Surroundings.State.Location}"
                    : $"it has one version only, and no backup of an older one is in {change.Surroundings.State.Location}",
                    change.Surroundings.Next.Deploy);
                return DeploymentOutcome.NotDeployed;
        }
    }

    private static DeploymentOutcome Outcome(bool isBack) => isBack ? DeploymentOutcome.Running : DeploymentOutcome.Failed;
}
