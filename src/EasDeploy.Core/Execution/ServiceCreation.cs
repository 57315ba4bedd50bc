using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>What is sent to create a service.</summary>
/// <param name="Labels">Without those inside the body.</param>
/// <param name="Location">Where findings about it are shown.</param>
internal sealed record NewService(
    string Name, ReadOnlyMemory<byte> Body, string? WorkspaceId, ImmutableDictionary<string, string> Labels, SourceLocation Location)
{
    /// <param name="keptToken">Access token of the service it takes the place of; empty = none.</param>
    public static NewService Of(ServiceConfig config, Secret keptToken, DeploymentSurroundings surroundings, ServiceLease lease) => new(
        config.Name,
        config.BodyToSend(keptToken, surroundings.ReadVariable),
        config.Service.WorkspaceId,
        ServiceLabels.Of(surroundings, ServiceLabels.ConfigHash(config)).SetItem(ServiceLabels.Lease, lease.Text),
        config.Service.Spec.Location);

    /// <summary>The old service again, under its own labels; only the run and the mark are ours.</summary>
    public static NewService Of(ServiceBackup backup, DeploymentSurroundings surroundings, ServiceLease lease, SourceLocation location) => new(
        backup.Service,
        backup.BodyToSend(),
        backup.WorkspaceId,
        backup.Labels
            .SetItem(ServiceLabels.Run, surroundings.RunId)
            .SetItem(ServiceLabels.Config, ServiceLabels.Restored)
            .SetItem(ServiceLabels.Lease, lease.Text),
        location);
}

/// <summary>Sends CreateService and finds out what came of it. A write once started is never cancelled half-way.</summary>
/// <remarks>Source: deployment workflow, step 6.3 (1 to 2 minutes); service-config.md section 12: a new service may become visible a little later.</remarks>
internal sealed class ServiceCreation(IControlPlane controlPlane, DeploymentSurroundings surroundings, DeploymentLog log)
{
    /// <summary>Looks for a service whose creation got no answer. Source: service-config.md section 12, with a margin.</summary>
    private const int Looks = 5;

    /// <summary>How long a creation that was certainly not carried out is repeated.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <param name="isAfterDeletion">The cloud may hold on to a deleted name for a moment: "taken" is asked again.</param>
    /// <returns>True = the service exists; false = not known.</returns>
    /// <exception cref="CloudException">The service was not created.</exception>
    public async Task<bool> CreateAsync(NewService service, bool isAfterDeletion, CancellationToken ct)
    {
        long start = surroundings.Clock.GetTimestamp();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                using CancellationTokenRegistration cancelled = ct.Register(() => log.Say(
                    "Cancelled. Waiting for the answer to CreateService, which may take 2 minutes, to know whether the service exists..."));
                await controlPlane.CreateServiceAsync(service.Body, service.WorkspaceId, service.Labels, CancellationToken.None).ConfigureAwait(false);
                return true;
            }
            catch (CloudException exception) when (exception.MayHaveBeenExecuted)
            {
                log.Say($"The answer to CreateService was lost: {exception.Descriptor.Title} ({exception.Descriptor.Code}). Looking whether the service exists...");
                bool? isThere = await LookAsync(service.Name, ct).ConfigureAwait(false);
                if (isThere == false)
                {
                    throw;
                }

                if (isThere is null)
                {
                    log.Add(exception.ToDiagnostic(service.Location));
                }

                return isThere == true;
            }
            catch (CloudException exception) when (
                (PassingFault.Is(exception) || (isAfterDeletion && exception.Descriptor == CloudDiagnostics.Conflict))
                && surroundings.Clock.GetElapsedTime(start) < s_patience)
            {
                log.Say($"CreateService again in 3 s: {exception.Descriptor.Title} ({exception.Descriptor.Code})");
            }

            await Task.Delay(TimeSpan.FromSeconds(3), surroundings.Clock, ct).ConfigureAwait(false);
        }
    }

    /// <returns>Null = not known: nobody answers, or the run was cancelled.</returns>
    private async Task<bool?> LookAsync(string serviceName, CancellationToken ct)
    {
        try
        {
            for (int look = 1; look < Looks; look++)
            {
                if (await IsOursAsync(serviceName, ct).ConfigureAwait(false))
                {
                    return true;
                }

                await Task.Delay(TimeSpan.FromSeconds(3), surroundings.Clock, ct).ConfigureAwait(false);
            }

            return await IsOursAsync(serviceName, ct).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CloudException or OperationCanceledException)
        {
            return null;
        }
    }

    // Somebody else may have taken the free name in the same moment. A service without labels is taken for ours.
    private async Task<bool> IsOursAsync(string serviceName, CancellationToken ct) =>
        await controlPlane.DescribeServiceAsync(serviceName, ct).ConfigureAwait(false) is { } found
        && (ServiceLabels.RunOf(found) ?? surroundings.RunId) == surroundings.RunId;
}
