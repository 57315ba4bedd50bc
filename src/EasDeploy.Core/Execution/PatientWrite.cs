using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Repeats a write that was certainly not carried out, for a minute.</summary>
internal static class PatientWrite
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    /// <param name="isPassing">What passes by itself beside throttling and faults; null = nothing else.</param>
    /// <exception cref="CloudException">Refused, still not taken after a minute, or perhaps carried out.</exception>
    public static async Task RunAsync(Func<Task> write, ServiceChange change, CancellationToken ct, Func<CloudException, bool>? isPassing = null)
    {
        TimeProvider clock = change.Surroundings.Clock;
        long start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await write().ConfigureAwait(false);
                return;
            }
            catch (CloudException exception) when (!exception.MayHaveBeenExecuted
                && (PassingFault.Is(exception) || isPassing?.Invoke(exception) == true) && clock.GetElapsedTime(start) < s_patience)
            {
                change.Log.Say($"{exception.Action ?? "Asking"} again in {s_pause.TotalSeconds:0} s: {exception.Descriptor.Title} ({exception.Descriptor.Code})");
            }

            await Task.Delay(s_pause, clock, ct).ConfigureAwait(false);
        }
    }
}
