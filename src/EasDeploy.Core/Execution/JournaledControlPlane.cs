namespace EasDeploy.Execution;

/// <summary>A control plane whose every write stands in the journal before it is sent.</summary>
internal sealed class JournaledControlPlane(IControlPlane inner, WriteBrackets writes) : ControlPlaneFilter(inner)
{
    protected override Task<T> WriteAsync<T>(string operation, bool isReversible, Func<Task<T>> call, CancellationToken ct) =>
        writes.SendAsync(operation, isReversible, call);
}
