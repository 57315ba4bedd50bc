using System.Text;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Control;

/// <summary>Plays a fault on a connection.</summary>
internal static class FaultAnswer
{
    private const int SlowParts = 10;

    /// <param name="truth">The answer the client would have had; used by the kinds that spoil it.</param>
    public static async Task PlayAsync(HttpContext context, Fault fault, Answer truth, string requestId)
    {
        CancellationToken gone = context.RequestAborted;
        switch (fault.Kind)
        {
            case FaultKind.Answer:
                await Whole(fault, requestId, context.Request.Host.Value ?? "").WriteAsync(context);
                break;
            case FaultKind.TruncatedBody:
                await (truth with { Body = truth.Body[..(truth.Body.Length / 2)] }).WriteAsync(context);
                break;
            case FaultKind.ResetMidBody:
                Head(context, truth);
                await context.Response.Body.WriteAsync(truth.Body.AsMemory(0, truth.Body.Length / 2), gone);
                await context.Response.Body.FlushAsync(gone);
                context.Abort();
                break;
            case FaultKind.SlowBody:
                Head(context, truth);
                foreach (byte[] part in truth.Body.Chunk(Math.Max(1, truth.Body.Length / SlowParts)))
                {
                    await Task.Delay(fault.Duration / SlowParts, gone);
                    await context.Response.Body.WriteAsync(part, gone);
                    await context.Response.Body.FlushAsync(gone);
                }

                break;
            case FaultKind.Hang:
                await Task.Delay(fault.Duration, gone);
                context.Abort();
                break;
            default:
                context.Abort();
                break;
        }
    }

    private static Answer Whole(Fault fault, string requestId, string host) =>
        fault.Body is null
            ? Answer.Error(new ApiException(fault.Status, fault.Code, "Injected fault.") { Headers = fault.Headers }, requestId, host)
            : new Answer(fault.Status, fault.ContentType, Encoding.UTF8.GetBytes(fault.Body)) { Headers = fault.Headers };

    private static void Head(HttpContext context, Answer truth)
    {
        context.Response.StatusCode = truth.Status;
        context.Response.ContentType = truth.ContentType;
        context.Response.ContentLength = truth.Body.Length;
    }
}
