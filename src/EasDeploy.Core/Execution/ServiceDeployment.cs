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
                    return await WaitUntilRunningAsync(ct).ConfigureAwait(false);
            }
        }

        _live = await TryAsync<LiveService?>(() => _controlPlane.DescribeServiceAsync(_spec.Name, ct), null).ConfigureAwait(false);
        return End(DeploymentOutcome.Accepted);
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

    private async Task<DeploymentResult> WaitUntilRunningAsync(CancellationToken ct)
    {
        TimeSpan limit = _spec.WaitTimeout;
        WaitEnding ending = await _wait.UntilSettledAsync(_spec.Name, limit, ct).ConfigureAwait(false);
        _live = _wait.LastSeen;
        if (ending == WaitEnding.Settled && _live is { Status: ServiceStatus.Running })
        {
            _log.Say(ResultText.Ended(_live.Status));
            // The service runs: what this last call says, or that it fails, changes nothing.
            await TryAsync(() => _controlPlane.DescribeServiceEndpointsAsync(_spec.Name, ct), []).ConfigureAwait(false);
            return End(DeploymentOutcome.Running);
        }

        ImmutableArray<ServiceEvent> events = Newest(await TryAsync(
            () => _controlPlane.DescribeServiceEventAsync(_spec.Name, ct), [], "The events could not be read").ConfigureAwait(false));
        if (ending == WaitEnding.TimedOut)
        {
            _log.Add(DeploymentDiagnostics.NotRunningInTime.At(
                _spec.Location, _spec.Name, _live?.Status ?? "not visible", (int)limit.TotalSeconds, _surroundings.LookAgain));
            return End(DeploymentOutcome.TimedOut, events);
        }

        string status = ending == WaitEnding.Vanished ? ServiceStatus.Gone : _live!.Status;
        _log.Say(ResultText.Ended(status));
        (string reason, string advice) = ErrorAdvice.Explain(status, _live?.Message, events);
        _log.Add(DeploymentDiagnostics.ServiceFailed.At(_spec.Location, _spec.Name, status, reason, advice));
        if (ending == WaitEnding.Vanished)
        {
            _live = _live! with { Status = status, InternetEndpoint = null, IntranetEndpoint = null };
        }

        return End(DeploymentOutcome.Failed, events);
    }

    // The order of the answer is not documented: newest by time.
    private ImmutableArray<ServiceEvent> Newest(IReadOnlyList<ServiceEvent> events) =>
    [
        .. events.OrderByDescending(happened => happened.Time ?? DateTimeOffset.MinValue).Take(3)
            .Select(happened => happened with { Message = _log.WithoutToken(happened.Message) }),
    ];

    /// <summary>A call that must not change the outcome: a refusal or a cancellation gives the fallback.</summary>
    private async Task<T> TryAsync<T>(Func<Task<T>> call, T fallback, string? complaint = null)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            if (complaint is not null)
            {
                _log.Say($"{complaint}: {exception.Message}");
            }

            return fallback;
        }
        catch (OperationCanceledException)
        {
            return fallback;
        }
    }

    private int Seconds => (int)_surroundings.Clock.GetElapsedTime(_start).TotalSeconds;

    /// <summary>After the creation it is not known whether the service runs: that is neither failure nor success.</summary>
    private DeploymentResult EndRefused(CloudException exception)
    {
        _log.Add(exception.ToDiagnostic(_spec.Location));
        if (_creation == Creation.Done)
        {
            _live = _wait.LastSeen;
            _log.Add(DeploymentDiagnostics.StatusUnreadable.At(_spec.Location, _spec.Name, _surroundings.LookAgain));
            return End(DeploymentOutcome.TimedOut);
        }

        _removal.AddOldServiceLost("Correct the errors above and run the command again at once");
        return End(DeploymentOutcome.NotDeployed);
    }

    private DeploymentResult EndCancelled()
    {
        if (_creation == Creation.Done)
        {
            _live = _wait.LastSeen;
            _log.Add(DeploymentDiagnostics.WaitCancelled.At(_spec.Location, _spec.Name, _live?.Status ?? ServiceStatus.Creating, _surroundings.LookAgain));
        }
        else if (_removal.State == RemovalState.None)
        {
            _log.Add(DeploymentDiagnostics.CancelledBeforeCreation.At(_spec.Location, _spec.Name));
        }
        else
        {
            _removal.AddOldServiceLost("Run the command again at once");
        }

        return End(DeploymentOutcome.Cancelled);
    }

    private DeploymentResult End(DeploymentOutcome outcome, ImmutableArray<ServiceEvent>? events = null)
    {
        string? status = _live?.Status ?? _creation switch
        {
            Creation.Done => ServiceStatus.Creating,
            Creation.Uncertain => ServiceStatus.Unknown,
            _ => null,
        };
        DeploymentResult result = new(
            _spec.Name, outcome, status, _live?.InternetEndpoint, _live?.IntranetEndpoint, _family, _log.Diagnostics, events ?? [], Seconds)
        {
            StartedAt = _startedAt,
            EndedAt = _surroundings.Clock.GetUtcNow(),
        };
        foreach (string text in ResultText.All(result, _modelName))
        {
            _log.Say(text);
        }

        return result;
    }
}
