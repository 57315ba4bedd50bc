using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>Deploys one service; used once.</summary>
internal sealed class ServiceDeployment
{
    private readonly ServiceSpec _spec;
    private readonly Func<IReadOnlyList<ServiceSpec>, CancellationToken, Task<Catalog>> _query;
    private readonly IControlPlane _controlPlane;
    private readonly DeploymentSurroundings _surroundings;
    private readonly DeploymentLog _log;
    private readonly ServiceWait _wait;
    private readonly ServiceRemoval _removal;
    private readonly DateTimeOffset _startedAt;
    private readonly long _start;
    private LiveService? _live;
    private ImageFamily _family;
    private string _modelName = "";
    private Creation _creation;

    public ServiceDeployment(
        ServiceSpec spec,
        Func<IReadOnlyList<ServiceSpec>, CancellationToken, Task<Catalog>> query,
        IControlPlane controlPlane,
        DeploymentSurroundings surroundings,
        IProgress<DeploymentProgress> progress)
    {
        (_spec, _query, _controlPlane, _surroundings) = (spec, query, controlPlane, surroundings);
        _log = new DeploymentLog(spec.Name, progress);
        _wait = new ServiceWait(controlPlane, surroundings.Clock, surroundings.Jitter, _log.Say);
        _removal = new ServiceRemoval(spec, controlPlane, surroundings, _wait, _log);
        (_startedAt, _start) = (surroundings.Clock.GetUtcNow(), surroundings.Clock.GetTimestamp());
    }

    private enum Creation
    {
        None,

        /// <summary>CreateService got no answer, and nobody can tell whether the service exists.</summary>
        Uncertain,
        Done,
    }

    public async Task<DeploymentResult> RunAsync(Catalog catalog, CancellationToken ct)
    {
        try
        {
            ct.ThrowIfCancellationRequested();
            bool canBeSent = new ReferencedVariables(_spec, _surroundings.ReadVariable, _log).Check();
            if (CheckAndPreview(catalog, previewed: null) is not { } config || !canBeSent)
            {
                return End(DeploymentOutcome.NotDeployed);
            }

            LiveService? existing = await FindExistingAsync(ct).ConfigureAwait(false);
            return await CarryOutAsync(DeploymentPlanner.Plan(config, existing), ct).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            return EndRefused(exception);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return EndCancelled();
        }
    }

    private async Task<DeploymentResult> CarryOutAsync(DeploymentPlan plan, CancellationToken ct)
    {
        if (plan.Refusal is { } refusal)
        {
            _log.Add(refusal);
            return End(DeploymentOutcome.NotDeployed);
        }

        ServiceConfig config = plan.Config;
        _log.Token = plan.Existing?.AccessToken ?? default;
        foreach (PlanStep step in plan.Steps)
        {
            switch (step)
            {
                case PlanStep.DeleteService:
                    await _removal.DeleteAsync(plan.Existing!, ct).ConfigureAwait(false);
                    break;

                case PlanStep.WaitUntilGone:
                    if (!await _removal.WaitUntilGoneAsync(ct).ConfigureAwait(false))
                    {
                        return End(DeploymentOutcome.NotDeployed);
                    }

                    break;

                case PlanStep.CheckAgain:
                    Catalog catalog = await PassingFault.OutliveAsync(() => _query([_spec], ct), _surroundings.Clock, _log.Say, ct).ConfigureAwait(false);
                    if (CheckAndPreview(catalog, previewed: config) is not { } checkedAgain)
                    {
                        _removal.AddOldServiceLost("Correct the errors above and run the command again at once");
                        return End(DeploymentOutcome.NotDeployed);
                    }

                    config = checkedAgain;
                    break;

                case PlanStep.CreateService:
                    _log.Say($"Creating service '{_spec.Name}'... (may take 1-2 minutes)");
                    bool exists = await new ServiceCreation(_controlPlane, _surroundings, _log)
                        .CreateAsync(config, _log.Token, _removal.State == RemovalState.Done, ct).ConfigureAwait(false);
                    _creation = exists ? Creation.Done : Creation.Uncertain;
                    if (!exists)
                    {
                        _log.Add(DeploymentDiagnostics.CreationUncertain.At(_spec.Location, _spec.Name, _surroundings.LookAgain));
                        return End(ct.IsCancellationRequested ? DeploymentOutcome.Cancelled : DeploymentOutcome.TimedOut);
                    }

                    break;

                case PlanStep.WaitUntilRunning:
                    Settlement settled = await new StartWatch(_controlPlane, _surroundings, _wait, _log)
                        .SettleAsync(StartingService.Of(config), ct).ConfigureAwait(false);
                    return End(settled);
            }
        }

        _live = await TryDescribeAsync(ct).ConfigureAwait(false);
        return End(DeploymentOutcome.Accepted);
    }

    /// <summary>The creation was accepted: what this last look says, or that it fails, changes nothing.</summary>
    private async Task<LiveService?> TryDescribeAsync(CancellationToken ct)
    {
        try
        {
            return await _controlPlane.DescribeServiceAsync(_spec.Name, ct).ConfigureAwait(false);
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
        CheckedService judged = RuleSet.Check(ServiceResolver.Resolve(_spec, catalog, CheckPurpose.Deployment));
        ServiceConfig? config = judged.Valid is { } valid ? ServiceConfig.From(valid) : null;
        foreach (Diagnostic finding in judged.Diagnostics)
        {
            _log.Add(finding);
        }

        if (config is null || previewed is null || config.Text != previewed.Text)
        {
            _log.Say(PreviewText.Compatibility(judged));
            if (config is not null)
            {
                _log.Say(PreviewText.Config(config), isPreview: true);
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
        await _controlPlane.ListServicesAsync(_spec.Name, ct).ConfigureAwait(false);
        return await _controlPlane.DescribeServiceAsync(_spec.Name, ct).ConfigureAwait(false);
    }

    private int Seconds => (int)_surroundings.Clock.GetElapsedTime(_start).TotalSeconds;

    private DeploymentResult EndRefused(CloudException exception)
    {
        _log.Add(exception.ToDiagnostic(_spec.Location));
        _removal.AddOldServiceLost("Correct the errors above and run the command again at once");
        return End(DeploymentOutcome.NotDeployed);
    }

    private DeploymentResult EndCancelled()
    {
        if (_removal.State == RemovalState.None)
        {
            _log.Add(DeploymentDiagnostics.CancelledBeforeCreation.At(_spec.Location, _spec.Name));
        }
        else
        {
            _removal.AddOldServiceLost("Run the command again at once");
        }

        return End(DeploymentOutcome.Cancelled);
    }

    private DeploymentResult End(Settlement settled)
    {
        _live = settled.Live;
        _modelName = settled.ModelName ?? _modelName;
        return End(settled.Outcome, settled);
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
            _spec.Name, outcome, status, _live?.InternetEndpoint, _live?.IntranetEndpoint, _family, _log.Diagnostics, settled?.Events ?? [], Seconds)
        {
            Diagnosis = settled?.Diagnosis,
            Reason = settled?.Reason,
            ModelName = _modelName,
            StartedAt = _startedAt,
            EndedAt = _surroundings.Clock.GetUtcNow(),
        };
        foreach (string text in ResultText.All(result))
        {
            _log.Say(text);
        }

        return result;
    }
}
