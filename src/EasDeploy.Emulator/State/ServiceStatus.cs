namespace EasDeploy.Emulator.State;

/// <summary>Service.Status as the API spells it, as far as this emulator shows it.</summary>
/// <remarks>Source: openapi.md §5.3. <c>Deleted</c> is never shown: entering it removes the service.</remarks>
internal enum ServiceStatus
{
    Creating,
    Waiting,
    Running,
    Failed,
    Starting,
    Updating,
    Scaling,
    Stopping,
    Stopped,
    Deleting,
    DeleteFailed,
    Deleted,
}
