using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Control;

/// <summary>One request and its answer, with the fault that may strike in between, and its line in the journal.</summary>
internal sealed class Exchange(CloudState cloud, FaultPlan faults, RequestJournal journal)
{
    /// <param name="action">Operation name; null when none was found.</param>
    /// <param name="execute">Carries the operation out; not called when a fault strikes before.</param>
    public async Task PlayAsync(HttpContext context, WireRequest request, string? action, string requestId, Func<Answer> execute)
    {
        int status = 0;
        try
        {
            Fault? fault = faults.Strike(action);
            Answer truth = fault is { AfterExecution: false, Kind: FaultKind.Answer or FaultKind.Hang or FaultKind.Reset }
                ? Answer.Success([], requestId)
                : execute();
            status = fault switch
            {
                null or { Kind: FaultKind.SlowBody or FaultKind.TruncatedBody } => truth.Status,
                { Kind: FaultKind.Answer } => fault.Status,
                _ => 0,
            };
            await (fault is null ? truth.WriteAsync(context) : FaultAnswer.PlayAsync(context, fault, truth, requestId));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            status = 0;
        }
        finally
        {
            journal.Add(cloud.Now, request.Method, action, request.RawPath, request.RawQuery, status);
        }
    }
}
