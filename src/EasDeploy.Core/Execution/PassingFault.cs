using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Tells what passes by itself (no answer, throttling, a fault of the cloud) from a refusal.</summary>
internal static class PassingFault
{
    /// <summary>Tries of <see cref="OutliveAsync"/>, the first included: 15 s of pauses.</summary>
    private const int Tries = 6;

    public static bool Is(CloudException exception) =>
        exception.Descriptor == CloudDiagnostics.Throttled
        || exception.Descriptor == CloudDiagnostics.ServerFault
        || exception.Descriptor == CloudDiagnostics.ConnectionBroke
        || exception.Descriptor == CloudDiagnostics.ConnectionRefused
        || exception.Descriptor == CloudDiagnostics.HostNotFound
        || exception.Descriptor == CloudDiagnostics.NoAnswerInTime;

    /// <summary>Repeats a read where giving up would leave neither the old service nor the new one.</summary>
    public static async Task<T> OutliveAsync<T>(Func<Task<T>> read, TimeProvider clock, Action<string> say, CancellationToken ct)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (CloudException exception) when (Is(exception) && attempt < Tries)
            {
                say($"Asking again in {attempt} s: {exception.Descriptor.Title} ({exception.Descriptor.Code})");
            }

            await Task.Delay(TimeSpan.FromSeconds(attempt), clock, ct).ConfigureAwait(false);
        }
    }
}
