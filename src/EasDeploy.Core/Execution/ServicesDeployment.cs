using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>What a run needs from its surroundings.</summary>
/// <param name="Jitter">A number in [0, 1) per call, so that many waits do not poll in step.</param>
/// <param name="MaxParallel">Services deployed side by side, 1 or more.</param>
/// <param name="Next">What a person types after this run.</param>
public sealed record DeploymentSurroundings(string Region, TimeProvider Clock, Func<double> Jitter, int MaxParallel, NextCommands Next)
{
    /// <summary>Calls a service that runs, to see whether it answers.</summary>
    public required IServiceProbe Probe { get; init; }

    /// <summary>Reads a variable of the deploying process; empty = not set. Asked only for the names an item gives.</summary>
    public Func<string, Secret> ReadVariable { get; init; } = _ => default;

    /// <summary>Journal, backups and locks of this machine.</summary>
    public required IDeploymentState State { get; init; }

    /// <summary>32 hex digits, one per run.</summary>
    public required string RunId { get; init; }

    /// <summary>Name of the project, for the label of the service; empty = none.</summary>
    public string Project { get; init; } = "";

    /// <summary>Who deploys, for the one who comes second: <c>user@machine</c>.</summary>
    public string Holder { get; init; } = "";

    /// <summary>Account id of the caller; null = not known.</summary>
    public string? Account { get; init; }
}

/// <summary>Deploys services side by side: query → resolve → rules → preview → policy → create → wait → result.</summary>
/// <remarks>Source: deployment workflow, phase 6; design section 5.</remarks>
public sealed class ServicesDeployment(
    ICatalogSource catalogSource, IControlPlane controlPlane, DeploymentSurroundings surroundings, IProgress<DeploymentProgress> progress)
{
    /// <summary>Told about each service at the moment it has ended, from any thread.</summary>
    public Action<DeploymentResult>? Ended { get; init; }

    /// <summary>Saved plans by service name: applied exactly, or not at all (EAS6105). A service without one is planned now.</summary>
    public ImmutableDictionary<string, PlanDocument> Plans { get; init; } = ImmutableDictionary<string, PlanDocument>.Empty;

    /// <summary>Go on with what is under way: an unfinished deployment or rollback, or a service that is still starting. Starts nothing anew.</summary>
    public bool IsResume { get; init; }

    /// <summary>One result per service, in the order given; one failure does not stop the others.</summary>
    /// <param name="ct">Ends the waits, never a deployment under way in the cloud.</param>
    public async Task<ImmutableArray<DeploymentResult>> RunAsync(IReadOnlyList<ServiceSpec> services, CancellationToken ct)
    {
        if (services.Count == 0)
        {
            return [];
        }

        if (Dependencies.FindCircle(services.DistinctBy(service => service.Name).ToDictionary(service => service.Name, service => (IReadOnlyList<string>)service.DependsOn)) is { } circle)
        {
            return [.. services.Select(service => NotStarted(
                service,
                DeploymentOutcome.NotDeployed,
                DeploymentDiagnostics.NotStarted.At(service.Location, service.Name, $"DependsOn of service '{circle[0].Shown()}' leads back to its own")))];
        }

        Catalog catalog;
        try
        {
            catalog = await QueryAsync(services, ct).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            // One refusal of the catalog stops every service: it is reported once, at the first of them.
            Report(services[0].Name, exception.ToDiagnostic(services[0].Location));
            return [.. services.Select(service => NotStarted(
                service,
                DeploymentOutcome.NotDeployed,
                DeploymentDiagnostics.NotStarted.At(service.Location, service.Name, "the catalog could not be queried"),
                exception.ToDiagnostic(service.Location)))];
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return [.. services.Select(service => NotStarted(
                service, DeploymentOutcome.Cancelled, DeploymentDiagnostics.CancelledBeforeCreation.At(service.Location, service.Name)))];
        }

        using SemaphoreSlim places = new(surroundings.MaxParallel);
        Dictionary<string, TaskCompletionSource<bool>> isUp = new(StringComparer.Ordinal);
        foreach (ServiceSpec service in services)
        {
            isUp[service.Name] = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return [.. await Task.WhenAll(services.Select(service => AfterOthersAsync(service, isUp, () => InTurnAsync(service, catalog, places, ct)))).ConfigureAwait(false)];
    }

    private async Task<DeploymentResult> AfterOthersAsync(
        ServiceSpec spec, Dictionary<string, TaskCompletionSource<bool>> isUp, Func<Task<DeploymentResult>> deploy)
    {
        bool wasUp = false;
        try
        {
            foreach (string other in spec.DependsOn)
            {
                if (isUp.TryGetValue(other, out TaskCompletionSource<bool>? waited) && !await waited.Task.ConfigureAwait(false))
                {
                    return NotStarted(
                        spec,
                        DeploymentOutcome.NotDeployed,
                        DeploymentDiagnostics.NotStarted.At(spec.Location, spec.Name, $"service '{other.Shown()}', which it depends on, was not deployed or does not run"));
                }
            }

            DeploymentResult result = await deploy().ConfigureAwait(false);
            wasUp = result.Outcome is DeploymentOutcome.Running or DeploymentOutcome.Accepted;
            return result;
        }
        finally
        {
            isUp[spec.Name].TrySetResult(wasUp);
        }
    }

    private Task<Catalog> QueryAsync(IReadOnlyList<ServiceSpec> services, CancellationToken ct) =>
        CatalogQuery.RunAsync(catalogSource, surroundings.Region, services, surroundings.Clock, ct);

    private async Task<DeploymentResult> InTurnAsync(ServiceSpec spec, Catalog catalog, SemaphoreSlim places, CancellationToken ct)
    {
        // Not cancelled here: a service that never got its turn still gets its result.
        await places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            ServiceChange change = new(spec, controlPlane, surroundings, progress);
            DeploymentResult result = await new ServiceDeployment(change, QueryAsync, Plans.GetValueOrDefault(spec.Name), IsResume)
                .RunAsync(catalog, ct).ConfigureAwait(false);
            Ended?.Invoke(result);
            return result;
        }
        finally
        {
            places.Release();
        }
    }

    /// <param name="cause">Reported already, kept in the result: the record of each service says why.</param>
    private DeploymentResult NotStarted(ServiceSpec spec, DeploymentOutcome outcome, Diagnostic finding, Diagnostic? cause = null)
    {
        Report(spec.Name, finding);
        DateTimeOffset now = surroundings.Clock.GetUtcNow();
        ImmutableArray<Diagnostic> findings = cause is null ? [finding] : [cause, finding];
        DeploymentResult result = new(spec.Name, outcome, null, null, null, ImageFamily.Other, findings, [], 0) { StartedAt = now, EndedAt = now };
        Ended?.Invoke(result);
        return result;
    }

    private void Report(string serviceName, Diagnostic finding) => progress.Report(new DeploymentProgress(serviceName, "", finding));
}
