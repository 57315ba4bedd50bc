using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>What would happen to one service.</summary>
/// <param name="Plan">Null when a rule or the cloud objects: the diagnostics say why.</param>
public sealed record PlannedService(string ServiceName, DeploymentPlan? Plan, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Makes the plans of several services. Reads only: nothing is locked, journaled or sent.</summary>
public sealed class ServicesPlanning(
    ICatalogSource catalogSource, IControlPlane controlPlane, DeploymentSurroundings surroundings, IProgress<DeploymentProgress> progress)
{
    /// <exception cref="CloudException">The catalog could not be queried.</exception>
    public async Task<ImmutableArray<PlannedService>> RunAsync(IReadOnlyList<ServiceSpec> services, CancellationToken ct)
    {
        if (services.Count == 0)
        {
            return [];
        }

        Catalog catalog = await CatalogQuery.RunAsync(catalogSource, surroundings.Region, services, surroundings.Clock, ct).ConfigureAwait(false);
        return await SideBySide.RunAsync(services, surroundings.MaxParallel, spec => PlanAsync(new ServiceChange(spec, controlPlane, surroundings, progress), catalog, ct))
            .ConfigureAwait(false);
    }

    private static async Task<PlannedService> PlanAsync(ServiceChange change, Catalog catalog, CancellationToken ct)
    {
        CheckedService judged = RuleSet.Check(ServiceResolver.Resolve(change.Spec, catalog, CheckPurpose.Deployment));
        foreach (Diagnostic finding in judged.Diagnostics)
        {
            change.Log.Add(finding);
        }

        DeploymentPlan? plan = null;
        try
        {
            if (judged.Valid is { } valid)
            {
                ServiceConfig config = ServiceConfig.From(valid);
                LiveService? live = await change.ControlPlane.DescribeServiceAsync(change.Name, ct).ConfigureAwait(false);
                change.Log.Token = live?.AccessToken ?? default;
                EarlierRun earlier = new(change);
                if (earlier.Read(isAlone: false))
                {
                    Continuation way = earlier.Continue(live, config, isResume: false);
                    plan = DeploymentPlanner.Plan(config, live, way, isResume: false, change.Surroundings.ReadVariable);
                    change.Log.Say(PlanText.Of(plan));
                }
            }
        }
        catch (CloudException exception)
        {
            change.Log.Add(exception.ToDiagnostic(change.Spec.Location));
        }

        return new PlannedService(change.Name, plan, change.Log.Diagnostics);
    }
}
