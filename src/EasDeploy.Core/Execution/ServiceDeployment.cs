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
internal sealed class ServiceDeployment(
    ServiceSpec spec,
    Func<IReadOnlyList<ServiceSpec>, CancellationToken, Task<Catalog>> query,
    IControlPlane controlPlane,
    DeploymentSurroundings surroundings,
    IProgress<DeploymentProgress> progress)
{
    /// <summary>Source: assumed; deletions end within a minute on the emulator. K7 asks for an own limit.</summary>
    private static readonly TimeSpan s_deletionLimit = TimeSpan.FromMinutes(10);

    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly long _start = surroundings.Clock.GetTimestamp();
    private readonly ServiceWait _wait = new(controlPlane, surroundings.Clock, surroundings.Jitter, progress);
    private LiveService? _live;
    private ImageFamily _family;
    private bool _isOldDeleted;
    private bool _isCreated;

    public async Task<DeploymentResult> RunAsync(Catalog catalog, CancellationToken ct)
    {
        try
        {
            if (Check(catalog, isPreview: true) is not { } config)
            {
                return End(DeploymentOutcome.NotDeployed);
            }

            LiveService? existing = await FindExistingAsync(ct).ConfigureAwait(false);
            return await CarryOutAsync(DeploymentPlanner.Plan(config, existing), ct).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            // Created, but the wait was refused: whether it runs is not known, so it is never reported as failed or done.
            Add(exception.ToDiagnostic(spec.Location));
            return End(_isCreated ? DeploymentOutcome.TimedOut : DeploymentOutcome.NotDeployed);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Add(_isCreated
                ? DeploymentDiagnostics.WaitCancelled.At(spec.Location, spec.Name, _live?.Status ?? "starting", surroundings.LookAgain)
                : DeploymentDiagnostics.CancelledBeforeCreation.At(spec.Location, spec.Name));
            return End(DeploymentOutcome.Cancelled);
        }
    }

    private async Task<DeploymentResult> CarryOutAsync(DeploymentPlan plan, CancellationToken ct)
    {
        if (plan.Refusal is { } refusal)
        {
            Add(refusal);
            return End(DeploymentOutcome.NotDeployed);
        }

        ServiceConfig config = plan.Config;
        foreach (PlanStep step in plan.Steps)
        {
            switch (step)
            {
                case PlanStep.DeleteService:
                    Add(DeploymentDiagnostics.Recreated.At(spec.Location, spec.Name, plan.Existing!.Status, plan.Existing.CreateTime ?? "an unknown time"));
                    await controlPlane.DeleteServiceAsync(spec.Name, ct).ConfigureAwait(false);
                    _isOldDeleted = true;
                    break;

                case PlanStep.WaitUntilGone:
                    if (!await WaitUntilGoneAsync(ct).ConfigureAwait(false))
                    {
                        return End(DeploymentOutcome.NotDeployed);
                    }

                    break;

                case PlanStep.CheckAgain:
                    if (Check(await query([spec], ct).ConfigureAwait(false), isPreview: false) is not { } checkedAgain)
                    {
                        return End(DeploymentOutcome.NotDeployed);
                    }

                    config = checkedAgain;
                    break;

                case PlanStep.CreateService:
                    Say("Creating service...");
                    await controlPlane.CreateServiceAsync(
                        config.BodyToSend(plan.Existing?.AccessToken ?? default), config.Service.WorkspaceId, ImmutableDictionary<string, string>.Empty, ct)
                        .ConfigureAwait(false);
                    _isCreated = true;
                    break;

                case PlanStep.WaitUntilRunning:
                    return await WaitUntilRunningAsync(ct).ConfigureAwait(false);
            }
        }

        return End(DeploymentOutcome.Accepted);
    }

    /// <returns>The config; null when a rule objects.</returns>
    private ServiceConfig? Check(Catalog catalog, bool isPreview)
    {
        CheckedService judged = RuleSet.Check(ServiceResolver.Resolve(spec, catalog, CheckPurpose.Deployment));
        if (isPreview || judged.Valid is null)
        {
            foreach (Diagnostic finding in judged.Diagnostics)
            {
                Add(finding);
            }

            Say(PreviewText.Compatibility(judged));
        }

        ServiceConfig? config = judged.Valid is { } valid ? ServiceConfig.From(valid) : null;
        if (isPreview && config is not null)
        {
            progress.Report(new DeploymentProgress(spec.Name, PreviewText.Config(config), IsPreview: true));
        }

        _family = judged.Service.Family;
        return config;
    }

    /// <summary>ListServices first, as upstream does; DescribeService decides, because names are unique across accounts.</summary>
    /// <remarks>Source: checklist X2; openapi.md section 1 fact 3.</remarks>
    private async Task<LiveService?> FindExistingAsync(CancellationToken ct)
    {
        await controlPlane.ListServicesAsync(spec.Name, ct).ConfigureAwait(false);
        return await controlPlane.DescribeServiceAsync(spec.Name, ct).ConfigureAwait(false);
    }

    private async Task<bool> WaitUntilGoneAsync(CancellationToken ct)
    {
        (LiveService? old, bool isInTime) = await _wait.UntilGoneAsync(spec.Name, s_deletionLimit, ct).ConfigureAwait(false);
        if (isInTime && old is null)
        {
            return true;
        }

        Add(DeploymentDiagnostics.NotGoneInTime.At(spec.Location, spec.Name, old?.Status ?? "unknown", Seconds));
        return false;
    }

    private async Task<DeploymentResult> WaitUntilRunningAsync(CancellationToken ct)
    {
        TimeSpan limit = spec.Policy.WaitTimeout ?? DeploymentPolicy.DerivedWaitTimeout;
        (_live, bool isInTime) = await _wait.UntilSettledAsync(spec.Name, limit, ct).ConfigureAwait(false);
        if (isInTime && _live is { Status: ServiceStatus.Running })
        {
            Say(ResultText.StatusLine(_live.Status, default, limit));
            await controlPlane.DescribeServiceEndpointsAsync(spec.Name, ct).ConfigureAwait(false);
            return End(DeploymentOutcome.Running);
        }

        ImmutableArray<ServiceEvent> events = await NewestEventsAsync(ct).ConfigureAwait(false);
        if (!isInTime)
        {
            Add(DeploymentDiagnostics.NotRunningInTime.At(
                spec.Location, spec.Name, _live?.Status ?? "not visible", (int)limit.TotalSeconds, surroundings.LookAgain));
            return End(DeploymentOutcome.TimedOut, events);
        }

        string status = _live?.Status ?? "gone";
        Say(ResultText.StatusLine(status, default, limit));
        ImmutableArray<ErrorAdviceRow> rows = ErrorAdvice.For(events.Select(ResultText.Line).Append(_live?.Message ?? ""));
        string advice = rows is [var row, ..] ? $"{row.Solution}." : "Read the events below, correct the service and deploy again.";
        string reason = rows is [var known, ..] ? $"{known.ErrorType}, {known.Cause}" : _live?.Message is { Length: > 0 } message ? message : "no reason given";
        Add(DeploymentDiagnostics.ServiceFailed.At(spec.Location, spec.Name, status, reason, advice));
        return End(DeploymentOutcome.Failed, events);
    }

    // The order of the answer is not documented: newest by time. A diagnosis that cannot be had must not hide the failure.
    private async Task<ImmutableArray<ServiceEvent>> NewestEventsAsync(CancellationToken ct)
    {
        try
        {
            IReadOnlyList<ServiceEvent> events = await controlPlane.DescribeServiceEventAsync(spec.Name, ct).ConfigureAwait(false);
            return [.. events.OrderByDescending(happened => happened.Time ?? DateTimeOffset.MinValue).Take(3)];
        }
        catch (CloudException exception)
        {
            Say($"The events could not be read: {exception.Message}");
            return [];
        }
    }

    private int Seconds => (int)surroundings.Clock.GetElapsedTime(_start).TotalSeconds;

    private DeploymentResult End(DeploymentOutcome outcome, ImmutableArray<ServiceEvent>? events = null)
    {
        if (_isOldDeleted && !_isCreated)
        {
            Add(DeploymentDiagnostics.OldServiceLost.At(spec.Location, spec.Name));
        }

        DeploymentResult result = new(
            spec.Name, outcome, _live?.Status ?? (_isCreated ? "Creating" : null), _live?.InternetEndpoint, _live?.IntranetEndpoint, _family,
            _diagnostics.ToImmutable(), events ?? [], Seconds);
        if (outcome is not DeploymentOutcome.NotDeployed)
        {
            Say(ResultText.Block(result));
        }

        string more = outcome switch
        {
            DeploymentOutcome.Running => ResultText.Invocation(result, ModelName),
            DeploymentOutcome.Failed or DeploymentOutcome.TimedOut => ResultText.Failure(result),
            _ => "",
        };
        if (more.Length > 0)
        {
            Say(more);
        }

        return result;
    }

    // vLLM and SGLang serve a local model under its path.
    private string ModelName => spec.Environment.Mounts is [var first, ..] ? first.MountPath.Value : ServiceEnvironmentSpec.DefaultModelMountPath;

    private void Say(string text) => progress.Report(new DeploymentProgress(spec.Name, text));

    private void Add(Diagnostic finding)
    {
        _diagnostics.Add(finding);
        progress.Report(new DeploymentProgress(spec.Name, "", finding));
    }
}
