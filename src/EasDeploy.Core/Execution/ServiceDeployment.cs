using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>Deploys one service; used once.</summary>
/// <param name="saved">Plan to apply exactly; null = the one made now.</param>
/// <param name="isResume">Go on with what is under way instead of starting over.</param>
internal sealed class ServiceDeployment(
    ServiceChange change, Func<IReadOnlyList<ServiceSpec>, CancellationToken, Task<Catalog>> query, PlanDocument? saved, bool isResume)
{
    private readonly ServiceClaim _claim = new(change);
    private LiveService? _live;
    private ImageFamily _family;
    private string _modelName = "";
    private Creation _creation;

    private enum Creation
    {
        None,

        /// <summary>CreateService got no answer, and nobody can tell whether the service exists.</summary>
        Uncertain,
        Done,
    }

    private ServiceSpec Spec => change.Spec;

    private DeploymentLog Log => change.Log;

    private DeploymentSurroundings Surroundings => change.Surroundings;

    public async Task<DeploymentResult> RunAsync(Catalog catalog, CancellationToken ct)
    {
        try
        {
            ct.ThrowIfCancellationRequested();
            bool canBeSent = new ReferencedVariables(Spec, Surroundings.ReadVariable, Log).Check();
            if (CheckAndPreview(catalog, previewed: null) is not { } config || !canBeSent)
            {
                return End(DeploymentOutcome.NotDeployed);
            }

            using IDisposable? locked = _claim.Lock();
            return locked is null ? End(DeploymentOutcome.NotDeployed) : await DeployAsync(config, ct).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            return await EndRefusedAsync(exception, ct).ConfigureAwait(false);
        }
        catch (DeploymentStateException exception)
        {
            change.Add(DeploymentDiagnostics.JournalNotWritten, exception.Message);
            await _claim.ReleaseAsync().ConfigureAwait(false);
            return End(DeploymentOutcome.NotDeployed);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return await EndCancelledAsync().ConfigureAwait(false);
        }
    }

    private async Task<DeploymentResult> DeployAsync(ServiceConfig config, CancellationToken ct)
    {
        LiveService? existing = await FindExistingAsync(ct).ConfigureAwait(false);
        EarlierRun earlier = new(change);
        if (!earlier.Read(isAlone: true) || !_claim.IsFree(existing))
        {
            return End(DeploymentOutcome.NotDeployed);
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
            return End(DeploymentOutcome.NotDeployed);
        }

        if (isResume && existing is null && way == Continuation.Afresh)
        {
            change.Add(DeploymentDiagnostics.NothingToResume, Surroundings.State.Location);
            return End(DeploymentOutcome.NotDeployed);
        }

        if (plan.Refusal is { } refusal)
        {
            Log.Add(refusal);
            return End(DeploymentOutcome.NotDeployed);
        }

        Log.Token = existing?.AccessToken ?? change.Backup?.Token ?? default;
        if (plan.IsEmpty)
        {
            Log.Say("Nothing to do: the live service is what is wanted.");
            _live = existing;
            DeploymentOutcome outcome = existing!.Status == ServiceStatus.Running ? DeploymentOutcome.Running : DeploymentOutcome.Accepted;
            if (change.Earlier is null && !_claim.IsTaken)
            {
                return End(outcome);
            }

            earlier.Begin(plan, way);
            return await FinishAsync(outcome).ConfigureAwait(false);
        }

        earlier.Begin(plan, way);
        return await CarryOutAsync(plan, ct).ConfigureAwait(false);
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
                        return await FinishAsync(DeploymentOutcome.NotDeployed).ConfigureAwait(false);
                    }

                    break;

                case PlanAction.DeleteService:
                    if (!await ClaimAsync(isKept: false, ct).ConfigureAwait(false))
                    {
                        return End(DeploymentOutcome.NotDeployed);
                    }

                    Log.Add(DeploymentDiagnostics.Recreated.At(Spec.Location, Spec.Name, plan.Existing!.Status, plan.Existing.CreateTime ?? "an unknown time"));
                    await change.Removal.DeleteAsync(ct).ConfigureAwait(false);
                    break;

                case PlanAction.WaitUntilGone:
                    if (!await change.Removal.WaitUntilGoneAsync(ct).ConfigureAwait(false))
                    {
                        return End(DeploymentOutcome.NotDeployed);
                    }

                    break;

                case PlanAction.CheckAgain:
                    Catalog catalog = await PassingFault.OutliveAsync(() => query([Spec], ct), Surroundings.Clock, Log.Say, ct).ConfigureAwait(false);
                    if (CheckAndPreview(catalog, previewed: config) is not { } checkedAgain)
                    {
                        return await EndGoneAsync(DeploymentOutcome.NotDeployed, "Correct the errors above and run the command again at once", ct).ConfigureAwait(false);
                    }

                    config = checkedAgain;
                    break;

                case PlanAction.CreateService:
                    Log.Say($"Creating service '{Spec.Name}'... (may take 1-2 minutes)");
                    bool exists = await new ServiceCreation(change.ControlPlane, Surroundings, Log).CreateAsync(
                        NewService.Of(config, Log.Token, Surroundings, change.Lease), change.Removal.State == RemovalState.Done, ct).ConfigureAwait(false);
                    _creation = exists ? Creation.Done : Creation.Uncertain;
                    if (!exists)
                    {
                        Log.Add(DeploymentDiagnostics.CreationUncertain.At(Spec.Location, Spec.Name, Surroundings.LookAgain));
                        return End(ct.IsCancellationRequested ? DeploymentOutcome.Cancelled : DeploymentOutcome.TimedOut);
                    }

                    _claim.IsTakenByCreation();
                    break;

                case PlanAction.UpdateService:
                    if (!await ClaimAsync(isKept: true, ct).ConfigureAwait(false))
                    {
                        return End(DeploymentOutcome.NotDeployed);
                    }

                    Log.Say($"Updating service '{Spec.Name}' in place: the old instances serve until the new ones are ready...");
                    eventsBefore = await change.Watch.EventsSoFarAsync(Spec.Name, ct).ConfigureAwait(false);
                    version = await new InPlaceUpdate(change).SendAsync(config, plan.Existing!, ct).ConfigureAwait(false);
                    _creation = Creation.Done;
                    break;

                case PlanAction.WaitUntilRunning:
                    _creation = Creation.Done;
                    return await SettleAsync(plan, StartingService.Of(config, version, eventsBefore), ct).ConfigureAwait(false);
            }
        }

        // Nobody waits: the backup stays for EasRollback.
        _live = await TryDescribeAsync(ct).ConfigureAwait(false);
        await _claim.ReleaseAsync().ConfigureAwait(false);
        change.Writes.Note(journal => journal with { IsAccepted = true });
        return End(DeploymentOutcome.Accepted);
    }

    /// <summary>Waits, and brings the old one back when the new one does not come to run.</summary>
    private async Task<DeploymentResult> SettleAsync(DeploymentPlan plan, StartingService starting, CancellationToken ct)
    {
        Settlement settled = await change.Watch.SettleAsync(starting, ct).ConfigureAwait(false);
        _live = settled.Live;
        _modelName = settled.ModelName ?? _modelName;
        bool isLost = settled.Outcome is DeploymentOutcome.Failed or DeploymentOutcome.FailedEarly or DeploymentOutcome.NotVerified or DeploymentOutcome.TimedOut;
        if (isLost && Spec.Policy.RollbackOnFailure && !await BringBackAsync(settled, ct).ConfigureAwait(false))
        {
            // The journal stays open: the next run goes on from here.
            await _claim.ReleaseAsync().ConfigureAwait(false);
            return End(settled.Outcome, settled);
        }

        if (settled.Outcome == DeploymentOutcome.Cancelled)
        {
            await _claim.ReleaseAsync().ConfigureAwait(false);
            return End(settled.Outcome, settled);
        }

        if (settled.IsRunning && plan.Does(PlanAction.UpdateService))
        {
            await _claim.MarkConfigAsync(LivePrint.HashOf(plan.Config)).ConfigureAwait(false);
        }

        return await FinishAsync(settled.Outcome, settled).ConfigureAwait(false);
    }

    /// <returns>True when the old one answers again, or there was none.</returns>
    private async Task<bool> BringBackAsync(Settlement settled, CancellationToken ct)
    {
        ServiceRestoration restoration = new(change, _claim);
        return (change.Writes.Journal.VersionBefore, change.Backup) switch
        {
            ({ } version, _) => await restoration.ToVersionAsync(version, ct).ConfigureAwait(false),
            (_, { } backup) => await restoration.FromBackupAsync(
                backup, givesUpRunning: settled.Live?.Status == ServiceStatus.Running, isAsked: false, ct).ConfigureAwait(false),
            _ => true,
        };
    }

    /// <summary>Goes on with a rollback that an earlier run had begun.</summary>
    private async Task<DeploymentResult> RestoreAsync(LiveService? existing, CancellationToken ct)
    {
        change.Writes.Begin(change.Earlier! with { Run = Surroundings.RunId, EarlierRuns = change.EarlierRuns });
        bool isBack;
        if (existing is { Status: not ServiceStatus.Deleting } && change.IsOurs(existing) && ServiceLabels.ConfigOf(existing) == ServiceLabels.Restored)
        {
            Settlement settled = await change.Watch.SettleAsync(change.OldService(), ct).ConfigureAwait(false);
            isBack = settled.IsRunning;
        }
        else
        {
            isBack = await BringBackAsync(Settlement.Of(DeploymentOutcome.Failed, existing), ct).ConfigureAwait(false);
        }

        _live = await TryDescribeAsync(ct).ConfigureAwait(false);
        return isBack
            ? await FinishAsync(DeploymentOutcome.Running).ConfigureAwait(false)
            : End(DeploymentOutcome.Failed);
    }

    private async Task<bool> ClaimAsync(bool isKept, CancellationToken ct)
    {
        await _claim.TakeAsync(isKept, ct).ConfigureAwait(false);
        return await _claim.IsStillOursAsync(ct).ConfigureAwait(false);
    }

    /// <summary>The creation was accepted: what this last look says, or that it fails, changes nothing.</summary>
    private async Task<LiveService?> TryDescribeAsync(CancellationToken ct)
    {
        try
        {
            return await change.ControlPlane.DescribeServiceAsync(Spec.Name, ct).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CloudException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <param name="previewed">What was shown before; shown again only when it changed.</param>
    /// <returns>The config; null when a rule objects.</returns>
    private ServiceConfig? CheckAndPreview(Catalog catalog, ServiceConfig? previewed)
    {
        CheckedService judged = RuleSet.Check(ServiceResolver.Resolve(Spec, catalog, CheckPurpose.Deployment));
        ServiceConfig? config = judged.Valid is { } valid ? ServiceConfig.From(valid) : null;
        foreach (Diagnostic finding in judged.Diagnostics)
        {
            Log.Add(finding);
        }

        if (config is null || previewed is null || config.Text != previewed.Text)
        {
            Log.Say(PreviewText.Compatibility(judged));
            if (config is not null)
            {
                Log.Say(PreviewText.Config(config), isPreview: true);
            }
        }

        _family = judged.Service.Family;
        _modelName = ServedModel.NameOf(judged.Service);
        return config;
    }

    /// <summary>ListServices first, as upstream does; DescribeService decides, because names are unique across accounts.</summary>
    /// <remarks>Source: checklist X2; openapi.md section 1 fact 3.</remarks>
    private async Task<LiveService?> FindExistingAsync(CancellationToken ct)
    {
        await change.ControlPlane.ListServicesAsync(Spec.Name, ct).ConfigureAwait(false);
        return await change.ControlPlane.DescribeServiceAsync(Spec.Name, ct).ConfigureAwait(false);
    }

    private async Task<DeploymentResult> EndRefusedAsync(CloudException exception, CancellationToken ct)
    {
        Log.Add(exception.ToDiagnostic(Spec.Location));
        if (change is { Removal.State: RemovalState.None, Earlier: null, Writes.HasBegun: true } && !exception.MayHaveBeenExecuted)
        {
            // Nothing has changed, so nothing is to be continued.
            return await FinishAsync(DeploymentOutcome.NotDeployed).ConfigureAwait(false);
        }

        return await EndGoneAsync(DeploymentOutcome.NotDeployed, "Correct the errors above and run the command again at once", ct).ConfigureAwait(false);
    }

    private async Task<DeploymentResult> EndCancelledAsync()
    {
        if (change.Removal.State == RemovalState.None)
        {
            Log.Add(DeploymentDiagnostics.CancelledBeforeCreation.At(Spec.Location, Spec.Name));
            await _claim.ReleaseAsync().ConfigureAwait(false);
        }
        else
        {
            change.Removal.AddOldServiceLost("Run the command again at once");
        }

        return End(DeploymentOutcome.Cancelled);
    }

    /// <summary>The new one was not created: brings the old one back when it is gone, or says that nothing answers.</summary>
    private async Task<DeploymentResult> EndGoneAsync(DeploymentOutcome outcome, string repair, CancellationToken ct)
    {
        if (change.Removal.State == RemovalState.Done && change.Backup is { } backup && Spec.Policy.RollbackOnFailure && !ct.IsCancellationRequested
            && await new ServiceRestoration(change, _claim).FromBackupAsync(backup, givesUpRunning: false, isAsked: false, ct).ConfigureAwait(false))
        {
            return await FinishAsync(outcome).ConfigureAwait(false);
        }

        change.Removal.AddOldServiceLost(repair);
        await _claim.ReleaseAsync().ConfigureAwait(false);
        return End(outcome);
    }

    /// <summary>Nothing is under way any more: no lease, no backup, the journal closed.</summary>
    private async Task<DeploymentResult> FinishAsync(DeploymentOutcome outcome, Settlement? settled = null)
    {
        await _claim.ReleaseAsync().ConfigureAwait(false);
        new EarlierRun(change).Close();
        return End(outcome, settled);
    }

    private DeploymentResult End(DeploymentOutcome outcome, Settlement? settled = null)
    {
        string? status = _live?.Status ?? _creation switch
        {
            Creation.Done => ServiceStatus.Creating,
            Creation.Uncertain => ServiceStatus.Unknown,
            _ => null,
        };
        DeploymentResult result = new(
            Spec.Name, outcome, status, _live?.InternetEndpoint, _live?.IntranetEndpoint, _family, Log.Diagnostics, settled?.Events ?? [], change.Seconds)
        {
            Diagnosis = settled?.Diagnosis,
            Reason = settled?.Reason,
            ModelName = _modelName,
            StartedAt = change.StartedAt,
            EndedAt = Surroundings.Clock.GetUtcNow(),
        };
        foreach (string text in ResultText.All(result))
        {
            Log.Say(text);
        }

        return result;
    }
}
