using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Lets the calls of all services share one budget: a hundred services that poll must not throttle each other out.</summary>
internal sealed class PacedControlPlane(IControlPlane inner, RequestBudget budget) : ControlPlaneFilter(inner)
{
    protected override Task<T> ReadAsync<T>(Func<Task<T>> call, CancellationToken ct) => PaceAsync(call, ct);

    protected override Task<T> WriteAsync<T>(string operation, bool isReversible, Func<Task<T>> call, CancellationToken ct) => PaceAsync(call, ct);

    private async Task<T> PaceAsync<T>(Func<Task<T>> call, CancellationToken ct)
    {
        await budget.TakeAsync(ct).ConfigureAwait(false);
        try
        {
            T answer = await call().ConfigureAwait(false);
            budget.Succeeded();
            return answer;
        }
        catch (CloudException exception) when (exception.Descriptor == CloudDiagnostics.Throttled)
        {
            budget.Throttled();
            throw;
        }
    }
}
