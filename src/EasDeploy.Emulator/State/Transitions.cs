using static EasDeploy.Emulator.State.ServiceStatus;

namespace EasDeploy.Emulator.State;

/// <summary>Which status may follow which.</summary>
/// <remarks>
/// Source: openapi.md §5.3 (order inferred from the published meanings). What the cloud does with a write that arrives during a
/// transition is not published; assumed: delete is always taken, everything else waits for a lasting status.
/// </remarks>
internal static class Transitions
{
    private static readonly Dictionary<ServiceStatus, ServiceStatus[]> Legal = new()
    {
        [Creating] = [Waiting, Failed, Deleting],
        [Waiting] = [Running, Failed, Waiting, Deleting],
        [Running] = [Running, Updating, Scaling, Stopping, Waiting, Failed, Deleting],
        [Failed] = [Updating, Scaling, Stopping, Waiting, Deleting],
        [Starting] = [Waiting, Deleting],
        [Updating] = [Waiting, Running, Failed, Deleting],
        [Scaling] = [Running, Failed, Deleting],
        [Stopping] = [Stopped, Deleting],
        [Stopped] = [Starting, Deleting],
        [Deleting] = [Deleted, DeleteFailed],
        [DeleteFailed] = [Deleting],
        [Deleted] = [],
    };

    public static bool IsLegal(ServiceStatus from, ServiceStatus to) => Legal[from].Contains(to);
}
