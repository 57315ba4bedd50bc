using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>Deploys one service; used once.</summary>
/// <param name="saved">Plan to apply exactly; null = the one made now.</param>
/// <param name="isResume">Go on with what is under way instead of starting over.</param>
internal sealed class ServiceDeployment(
    ServiceChange change, Func<IReadOnlyList<ServiceSpec>, CancellationToken, Task<Catalog>> query, PlanDocument? saved, bool isResume)
{
    private readonly ServiceClaim _claim = new(change);
    private readonly ConfigPreview _preview = new(change);

    private DeploymentEnding Ending => field ??= new DeploymentEnding(change, _claim, _preview);

    private ServiceSpec Spec => change.Spec;

    private DeploymentLog Log => change.Log;

    private DeploymentSurroundings Surroundings => change.Surroundings;

    public async Task<DeploymentResult> RunAsync(Catalog catalog, CancellationToken ct)
    {
        try
        {
            ct.ThrowIfCancellationRequested();
            bool canBeSent = new ReferencedVariables(Spec, Surroundings.ReadVariable, Log).Check();
            if (_preview.Show(catalog, previewed: null) is not { } config || !canBeSent)
            {
                return Ending.End(DeploymentOutcome.NotDeployed);
            }

            using IDisposable? locked = _claim.Lock();
            return locked is null ? Ending.End(DeploymentOutcome.NotDeployed) : await DeployAsync(config, ct).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            return await Ending.EndRefusedAsync(exception, ct).ConfigureAwait(false);
        }
        catch (DeploymentStateException exception)
        {
            change.Add(DeploymentDiagnostics.JournalNotWritten, exception.Message);
            await _claim.ReleaseAsync().ConfigureAwait(false);
            return Ending.End(DeploymentOutcome.NotDeployed);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return await Ending.EndCancelledAsync().ConfigureAwait(false);
        }
    }

    private async Task<DeploymentResult> DeployAsync(ServiceConfig config, CancellationToken ct)
    {
        LiveService? existing = await FindExistingAsync(ct).ConfigureAwait(false);
        EarlierRun earlier = new(change);
        if (!earlier.Read(isAlone: true) || !_claim.IsFree(existing))
        {
            return Ending.End(DeploymentOutcome.NotDeployed);
        }

        Continuation way = earlier.Continue(existing, config, isResume);
        DeploymentPlan plan = DeploymentPlanner.Plan(config, existing, way, isResume && change.Earlier is null, Surroundings.ReadVariable);
        if (way == Continuation.Restore)
        {
            return await RestoreAsync(existing, ct).ConfigureAwait(false);
        }

        if (existing is not null)
        {
            Log.Say(PlanText.Of(plan));
        }

        if (saved?.WhatMoved(plan, Surroundings.Region) is { } moved)
        {
            change.Add(DeploymentDiagnostics.PlanMoved, moved);
            return Ending.End(DeploymentOutcome.NotDeployed);
        }

        if (isResume && existing is null && way == Continuation.Afresh)
        {
            change.Add(DeploymentDiagnostics.NothingToResume, Surroundings.State.Location, Surroundings.Next.Deploy);
            return Ending.End(DeploymentOutcome.NotDeployed);
        }

        if (plan.Refusal is { } refusal)
        {
            Log.Add(refusal);
            return Ending.End(DeploymentOutcome.NotDeployed);
        }

        Log.Token = existing?.AccessToken ?? change.Backup?.Token ?? default;
        return plan.IsEmpty && change.Earlier is null && !_claim.IsTaken
            ? Ending.End(LeaveAlone(existing!))
            : await GoOnAsync(plan, earlier, way, ct).ConfigureAwait(false);
    }

    private async Task<DeploymentResult> GoOnAsync(DeploymentPlan plan, EarlierRun earlier, Continuation way, CancellationToken ct)
    {
        earlier.Begin(plan, way);
        return plan is { IsEmpty: true, Existing: { Status: ServiceStatus.Running } running }
            ? await Ending.FinishAsync(LeaveAlone(running)).ConfigureAwait(false)
            : await CarryOutAsync(plan, ct).ConfigureAwait(false);
    }

    // The planner leaves nothing alone that has failed: what is not Running here is on its way, and nobody waits for it.
    private DeploymentOutcome LeaveAlone(LiveService existing)
    {
        Ending.Live = existing;
        Log.Say(existing.Status == ServiceStatus.Running
            ? "Nothing to do: the live service is what is wanted."
            : $"Nothing to send: the live service is what is wanted. It is {existing.Status}, and nobody waits for it (EasWait=false).");
        return existing.Status == ServiceStatus.Running ? DeploymentOutcome.Running : DeploymentOutcome.Accepted;
    }

    private async Task<DeploymentResult> CarryOutAsync(DeploymentPlan plan, CancellationToken ct)
    {
        ServiceConfig config = plan.Config;
        int? version = null;
        ImmutableHashSet<ServiceEvent> eventsBefore = [];
        if (change.Earlier is not null && plan.Existing is null && change.Backup is not null)
        {
            change.Removal.IsDoneAlready();
        }

        foreach (PlanStep step in plan.Steps)
        {
            switch (step.Action)
            {
                case PlanAction.BackUp:
                    if (change.Backup is null && !await BackupStep.TakeAsync(change, plan.Existing!, ct).ConfigureAwait(false))
                    {
                        return await Ending.FinishAsync(DeploymentOutcome.NotDeployed).ConfigureAwait(false);
                    }

                    break;

                case PlanAction.DeleteService:
                    if (!await ClaimAsync(isKept: false, ct).ConfigureAwait(false))
                    {
                        return Ending.End(DeploymentOutcome.NotDeployed);
                    }

                    Log.Add(DeploymentDiagnostics.Recreated.At(Spec.Location, Spec.Name, plan.Existing!.Status, plan.Existing.CreateTime ?? "an unknown time"));
                    await change.Removal.DeleteAsync(ct).ConfigureAwait(false);
                    break;

                case PlanAction.WaitUntilGone:
                    if (!await change.Removal.WaitUntilGoneAsync(ct).ConfigureAwait(false))
                    {
                        return Ending.End(DeploymentOutcome.NotDeployed);
                    }

                    break;

                case PlanAction.CheckAgain:
                    Catalog catalog = await PassingFault.OutliveAsync(() => query([Spec], ct), Surroundings.Clock, Log.Say, ct).ConfigureAwait(false);
                    if (_preview.Show(catalog, previewed: config) is not { } checkedAgain)
                    {
                        return await Ending.EndGoneAsync(DeploymentOutcome.NotDeployed, "Correct the errors above and run the command again at once", ct).ConfigureAwait(false);
                    }

                    config = checkedAgain;
                    break;

                case PlanAction.CreateService:
                    Log.Say($"Creating service '{Spec.Name}'... (may take 1-2 minutes)");
                    bool exists = await new ServiceCreation(change.ControlPlane, Surroundings, Log).CreateAsync(
                        NewService.Of(config, Log.Token, Surroundings, change.Lease), change.Removal.State == RemovalState.Done, ct).ConfigureAwait(false);
                    Ending.Creation = exists ? Creation.Done : Creation.Uncertain;
                    if (!exists)
                    {
                        Log.Add(DeploymentDiagnostics.CreationUncertain.At(Spec.Location, Spec.Name, Surroundings.Next.LookAgain(Spec.Name)));
                        return Ending.End(ct.IsCancellationRequested ? DeploymentOutcome.Cancelled : DeploymentOutcome.TimedOut);
                    }

                    _claim.IsTakenByCreation();
                    break;

                case PlanAction.UpdateService:
                    if (!await ClaimAsync(isKept: true, ct).ConfigureAwait(false))
                    {
                        return Ending.End(DeploymentOutcome.NotDeployed);
                    }

                    Log.Say($"Updating service '{Spec.Name}' in place: the old instances serve until the new ones are ready...");
                    eventsBefore = await change.Watch.EventsSoFarAsync(Spec.Name, ct).ConfigureAwait(false);
                    version = await new InPlaceUpdate(change).SendAsync(config, plan.Existing!, ct).ConfigureAwait(false);
                    Ending.Creation = Creation.Done;
                    break;

                case PlanAction.WaitUntilRunning:
                    Ending.Creation = Creation.Done;
                    return await SettleAsync(plan, StartingService.Of(config, version, eventsBefore), ct).ConfigureAwait(false);
            }
        }

        // Nobody waits: the backup stays for EasRollback.
        Ending.Live = await Ending.TryDescribeAsync(ct).ConfigureAwait(false);
        await _claim.ReleaseAsync().ConfigureAwait(false);
        change.Writes.Note(journal => journal with { IsAccepted = true });
        return Ending.End(DeploymentOutcome.Accepted);
    }

    /// <summary>Waits, and brings the old one back when the new one does not come to run.</summary>
    private async Task<DeploymentResult> SettleAsync(DeploymentPlan plan, StartingService starting, CancellationToken ct)
    {
        Settlement settled = await change.Watch.SettleAsync(starting, ct).ConfigureAwait(false);
        Ending.Live = settled.Live;
        bool isLost = settled.Outcome is DeploymentOutcome.Failed or DeploymentOutcome.FailedEarly or DeploymentOutcome.NotVerified or DeploymentOutcome.TimedOut;
        if (isLost && Spec.Policy.RollbackOnFailure && !await Ending.BringBackAsync(settled, ct).ConfigureAwait(false))
        {
            // The journal stays open: the next run goes on from here.
            await _claim.ReleaseAsync().ConfigureAwait(false);
            return Ending.End(settled.Outcome, settled);
        }

        if (settled.Outcome == DeploymentOutcome.Cancelled)
        {
            await _claim.ReleaseAsync().ConfigureAwait(false);
            return Ending.End(settled.Outcome, settled);
        }

        if (settled.IsRunning && plan.Does(PlanAction.UpdateService))
        {
            await _claim.MarkConfigAsync(LivePrint.HashOf(plan.Config)).ConfigureAwait(false);
        }

        return await Ending.FinishAsync(settled.Outcome, settled).ConfigureAwait(false);
    }

    /// <summary>Goes on with a rollback that an earlier run had begun.</summary>
    private async Task<DeploymentResult> RestoreAsync(LiveService? existing, CancellationToken ct)
    {
        change.Writes.Begin(change.Earlier! with { Run = Surroundings.RunId, EarlierRuns = change.EarlierRuns });
        bool isBack;
        if (existing is { Status: not ServiceStatus.Deleting } && change.IsRestored(existing))
        {
            if (change.Backup is { } backup)
            {
                await new ServiceRestoration(change, _claim).RestoreScalersAsync(backup, existing).ConfigureAwait(false);
            }

            Settlement settled = await change.Watch.SettleAsync(change.OldService(), ct).ConfigureAwait(false);
            isBack = settled.IsRunning;
        }
        else
        {
            isBack = await Ending.BringBackAsync(Settlement.Of(DeploymentOutcome.Failed, existing), ct).ConfigureAwait(false);
        }

        Ending.Live = await Ending.TryDescribeAsync(ct).ConfigureAwait(false);
        return isBack
            ? await Ending.FinishAsync(DeploymentOutcome.Running).ConfigureAwait(false)
            : Ending.End(DeploymentOutcome.Failed);
    }

    private async Task<bool> ClaimAsync(bool isKept, CancellationToken ct)
    {
        await _claim.TakeAsync(isKept, ct).ConfigureAwait(false);
        return await _claim.IsStillOursAsync(ct).ConfigureAwait(false);
    }

    /// <summary>ListServices first, as upstream does; DescribeService decides, because names are unique across accounts.</summary>
    /// <remarks>Source: checklist X2; openapi.md section 1 fact 3.</remarks>
    private async Task<LiveService?> FindExistingAsync(CancellationToken ct)
    {
        await change.ControlPlane.ListServicesAsync(Spec.Name, ct).ConfigureAwait(false);
        return await change.ControlPlane.DescribeServiceAsync(Spec.Name, ct).ConfigureAwait(false);
    }
}
