namespace EasDeploy.Emulator.State;

/// <summary>Service.Status as the API spells it.</summary>
/// <remarks>Source: openapi.md §5.3. <c>Deleted</c> is never shown: entering it removes the service.</remarks>
internal enum ServiceStatus
{
    Creating,
    Waiting,
    Running,
    Failed,
    Starting,
    Updating,
    HotUpdate,
    Scaling,
    Stopping,
    Stopped,
    Deleting,
    DeleteFailed,
    Deleted,
}
