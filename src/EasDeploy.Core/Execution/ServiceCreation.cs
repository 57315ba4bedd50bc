using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

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
    public async Task<bool> CreateAsync(ServiceConfig config, Secret keptToken, bool isAfterDeletion, CancellationToken ct)
    {
        long start = surroundings.Clock.GetTimestamp();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                using CancellationTokenRegistration cancelled = ct.Register(() => log.Say(
                    "Cancelled. Waiting for the answer to CreateService, which may take 2 minutes, to know whether the service exists..."));
                await controlPlane.CreateServiceAsync(
                    config.BodyToSend(keptToken, surroundings.ReadVariable), config.Service.WorkspaceId, ImmutableDictionary<string, string>.Empty, CancellationToken.None)
                    .ConfigureAwait(false);
                return true;
            }
            catch (CloudException exception) when (exception.MayHaveBeenExecuted)
            {
                log.Say($"The answer to CreateService was lost: {exception.Descriptor.Title} ({exception.Descriptor.Code}). Looking whether the service exists...");
                bool? isThere = await LookAsync(config.Name, ct).ConfigureAwait(false);
                if (isThere == false)
                {
                    throw;
                }

                if (isThere is null)
                {
                    log.Add(exception.ToDiagnostic(config.Service.Spec.Location));
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
                if (await controlPlane.DescribeServiceAsync(serviceName, ct).ConfigureAwait(false) is not null)
                {
                    return true;
                }

                await Task.Delay(TimeSpan.FromSeconds(3), surroundings.Clock, ct).ConfigureAwait(false);
            }

            return await controlPlane.DescribeServiceAsync(serviceName, ct).ConfigureAwait(false) is not null;
        }
        catch (Exception exception) when (exception is CloudException or OperationCanceledException)
        {
            return null;
        }
    }
}
