using static EasDeploy.Emulator.State.EventText;

namespace EasDeploy.Emulator.State;

/// <summary>The ways a service can go, as lists of steps.</summary>
/// <remarks>Source: openapi.md §5.3 (statuses), workflow 6.7 (failure names); event wording is ours, the cloud's is not published.</remarks>
internal static class LifeCycles
{
    public static IReadOnlyList<Step> Healthy(EasService service) =>
        [Creating(service), Waiting(service, Scheduled(service), Pulling(service)), Running(service)];

    /// <summary>Starts up, then ends in <c>Failed</c> with one decisive warning.</summary>
    public static IReadOnlyList<Step> Fails(EasService service, string reason, string message) =>
    [
        Creating(service),
        Waiting(service, reason == "InsufficientResources" ? [] : [Scheduled(service), Pulling(service)]),
        new Step(ServiceStatus.Failed, message, reason)
        {
            Events = [Warning(reason, message), Warning("Failed", $"Service {service.Name} failed: {reason}", "Service")],
        },
    ];

    public static IReadOnlyList<Step> Deletion(EasService service) =>
    [
        new Step(ServiceStatus.Deleting, "Service is deleting") { Events = [Normal("Deleting", $"Service {service.Name} is being deleted")] },
        new Step(ServiceStatus.Deleted, "Service is deleted"),
    ];

    private static Step Creating(EasService service) => new(ServiceStatus.Creating, "Service is creating")
    {
        Events = [Normal("Created", $"Service {service.Name} is created, version {service.CurrentVersion}")],
    };

    private static Step Waiting(EasService service, params IReadOnlyList<EventText> events) =>
        new(ServiceStatus.Waiting, $"Waiting for {service.Config.Instances} instance(s) to start") { Events = events };

    private static Step Running(EasService service) => new(ServiceStatus.Running, "Service is running")
    {
        Serves = true,
        Events = [Normal("Pulled", $"Image {service.Config.Image} is pulled", "Pod"), Normal("Started", $"Service {service.Name} is running")],
    };

    private static EventText Scheduled(EasService service) => Normal("Scheduled", $"Instances of {service.Name} are scheduled", "Pod");

    private static EventText Pulling(EasService service) => Normal("Pulling", $"Pulling image {service.Config.Image}", "Pod");
}
