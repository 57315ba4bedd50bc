using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Plans;

namespace EasDeploy.Execution;

/// <summary>Sends UpdateService and finds out what came of it. The old instances serve meanwhile.</summary>
/// <remarks>Source: openapi.md sections 5.1 and 5.3.</remarks>
internal sealed class InPlaceUpdate(ServiceChange change)
{
    private const int Looks = 5;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    /// <param name="before">The service right before.</param>
    /// <returns>The version to wait for; null = any: the service makes none for a change of replicas.</returns>
    /// <exception cref="CloudException">Not updated, or nobody can tell; the old version serves.</exception>
    public async Task<int?> SendAsync(ServiceConfig config, LiveService before, CancellationToken ct)
    {
        Func<string, Secret> readVariable = change.Surroundings.ReadVariable;
        ReadOnlyMemory<byte> body = config.BodyToSend(before.AccessToken, readVariable);
        try
        {
            await PatientWrite.RunAsync(() => change.ControlPlane.UpdateServiceAsync(change.Name, body, CancellationToken.None), change, ct)
                .ConfigureAwait(false);
        }
        catch (CloudException exception) when (exception.MayHaveBeenExecuted)
        {
            change.Log.Say($"The answer to UpdateService was lost: {exception.Descriptor.Title} ({exception.Descriptor.Code}). Looking whether it took effect...");
            if (await SeenAsync(config, before, ct).ConfigureAwait(false) is not { } taken)
            {
                throw;
            }

            return VersionOf(taken, before);
        }

        return await SeenAsync(config, before, ct).ConfigureAwait(false) is { } live ? VersionOf(live, before) : null;
    }

    private static int? VersionOf(LiveService live, LiveService before) => live.LatestVersion > before.LatestVersion ? live.LatestVersion : null;

    /// <summary>Reads may lag behind writes: looks until the update shows.</summary>
    private async Task<LiveService?> SeenAsync(ServiceConfig config, LiveService before, CancellationToken ct)
    {
        for (int look = 1; ; look++)
        {
            if (await change.LookAsync(ct).ConfigureAwait(false) is { } live && (
                live.LatestVersion > before.LatestVersion || !ServiceStatus.IsSettled(live.Status)
                || LiveDiff.Of(config, live, change.Surroundings.ReadVariable).IsEmpty))
            {
                return live;
            }

            if (look == Looks)
            {
                return null;
            }

            await Task.Delay(s_pause, change.Surroundings.Clock, ct).ConfigureAwait(false);
        }
    }
}
