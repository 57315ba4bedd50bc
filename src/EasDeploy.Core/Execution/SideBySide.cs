using System.Collections.Immutable;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>Does the same with several services, a few at a time; one failure does not stop the others.</summary>
internal static class SideBySide
{
    /// <returns>In the order given.</returns>
    public static async Task<ImmutableArray<T>> RunAsync<T>(IReadOnlyList<ServiceSpec> services, int maxParallel, Func<ServiceSpec, Task<T>> work)
    {
        using SemaphoreSlim places = new(maxParallel);
        return [.. await Task.WhenAll(services.Select(async service =>
        {
            // Not cancelled here: a service that never got its turn still gets its result.
            await places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                return await work(service).ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        })).ConfigureAwait(false)];
    }
}
