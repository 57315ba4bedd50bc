namespace EasDeploy.Execution;

/// <summary>The statuses a decision depends on; every other word means progress.</summary>
/// <remarks>Source: EAS 2021-07-01, openapi.md section 5.3.</remarks>
public static class ServiceStatus
{
    public const string Creating = "Creating";
    public const string Running = "Running";
    public const string Failed = "Failed";
    public const string Stopped = "Stopped";
    public const string Deleting = "Deleting";
    public const string DeleteFailed = "DeleteFailed";

    public const string Stopping = "Stopping";

    /// <summary>Our word: the service was there and is there no more.</summary>
    public const string Gone = "gone";

    /// <summary>Our word: it is not known whether the service exists.</summary>
    public const string Unknown = "unknown";

    /// <summary>The service does not leave this state by itself.</summary>
    public static bool IsSettled(string status) => status is Running or Failed or Stopped or DeleteFailed;
}
