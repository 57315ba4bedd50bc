using static EasDeploy.Emulator.State.EventText;
using static EasDeploy.Emulator.State.ServiceStatus;

namespace EasDeploy.Emulator.State;

/// <summary>The ways a service can go after a request, as lists of steps.</summary>
/// <remarks>Source: openapi.md §5.3 (statuses), workflow 6.7 (failure names); event wording is ours, the cloud's is not published.</remarks>
internal static class LifeCycles
{
    /// <summary>After CreateService.</summary>
    public static IReadOnlyList<Step> Start(EasService service, CloudState cloud) =>
        [Creating(service), .. Ending(service, cloud, keepsServing: false)];

    /// <summary>After an update: the old instances serve on until the new ones run, and also when those fail.</summary>
    /// <remarks>Source: openapi.md §5.3 (old instances keep serving).</remarks>
    public static IReadOnlyList<Step> Update(EasService service, CloudState cloud)
    {
        bool serves = service.Current.Serves;
        Step updating = new(Updating, $"Updating to version {service.CurrentVersion}")
        {
            Serves = serves,
            Events = [Normal("Updated", $"Service {service.Name} is updating to version {service.CurrentVersion}")],
        };
        return [updating, .. Ending(service, cloud, serves)];
    }

    /// <summary>After a change of the replica count.</summary>
    public static IReadOnlyList<Step> Scale(EasService service) =>
    [
        new(Scaling, $"Scaling to {service.Config.Instances} instance(s)")
        {
            Serves = service.Current.Serves,
            Events = [Normal("Scaled", $"Service {service.Name} is scaling to {service.Config.Instances} instance(s)")],
        },
        Running(service),
    ];

    public static IReadOnlyList<Step> Stop(EasService service) =>
    [
        new(Stopping, "Service is stopping") { Events = [Normal("Stopping", $"Service {service.Name} is stopping")] },
        new(Stopped, "Service is stopped") { Events = [Normal("Stopped", $"Service {service.Name} is stopped")] },
    ];

    /// <summary>After StartService on a stopped service.</summary>
    public static IReadOnlyList<Step> Restart(EasService service, CloudState cloud) =>
        [new(Starting, "Service is starting") { Events = [Normal("Starting", $"Service {service.Name} is starting")] }, .. Ending(service, cloud, keepsServing: false)];

    /// <summary>After RestartService: the instances go and come back.</summary>
    public static IReadOnlyList<Step> Bounce(EasService service, CloudState cloud) =>
    [
        Waiting(service, Normal("Restarted", $"Instances of {service.Name} are restarting", "Pod")) with { Dwell = 0 },
        .. Ending(service, cloud, keepsServing: false),
    ];

    public static IReadOnlyList<Step> Deletion(EasService service) => NamedLifeCycles.Deletion(service) ??
    [
        Deleting(service),
        new Step(Deleted, "Service is deleted"),
    ];

    internal static Step Deleting(EasService service) =>
        new(ServiceStatus.Deleting, "Service is deleting") { Events = [Normal("Deleting", $"Service {service.Name} is being deleted")] };

    internal static Step Waiting(EasService service, params IReadOnlyList<EventText> events) =>
        new(ServiceStatus.Waiting, $"Waiting for {service.Config.Instances} instance(s) to start") { Events = events };

    internal static Step Running(EasService service) => new(ServiceStatus.Running, "Service is running")
    {
        Serves = true,
        Events = [Normal("Pulled", $"Image {service.Config.Image} is pulled", "Pod"), Normal("Started", $"Service {service.Name} is running")],
    };

    internal static Step Failed(EasService service, string reason, string message) => new(ServiceStatus.Failed, message, reason)
    {
        Events = [Warning(reason, message), Warning("Failed", $"Service {service.Name} failed: {reason}", "Service")],
    };

    internal static EventText Scheduled(EasService service) => Normal("Scheduled", $"Instances of {service.Name} are scheduled", "Pod");

    internal static EventText Pulling(EasService service) => Normal("Pulling", $"Pulling image {service.Config.Image}", "Pod");

    private static Step Creating(EasService service) => new(ServiceStatus.Creating, "Service is creating")
    {
        Events = [Normal("Created", $"Service {service.Name} is created, version {service.CurrentVersion}")],
    };

    /// <summary>From the first instance on: a scripted life cycle, else what the document deserves.</summary>
    private static IReadOnlyList<Step> Ending(EasService service, CloudState cloud, bool keepsServing)
    {
        IReadOnlyList<Step> steps = NamedLifeCycles.Ending(service) ?? Natural(service, cloud);
        return keepsServing ? [.. steps.Select(s => s with { Serves = true })] : steps;
    }

    private static IReadOnlyList<Step> Natural(EasService service, CloudState cloud) =>
        NaturalOutcome.Failure(service.Config, cloud.Catalog, cloud.Region) is not (string reason, string message)
            ? [Waiting(service, Scheduled(service), Pulling(service)), Running(service)]
            : [Waiting(service, reason == "InsufficientResources" ? [] : [Scheduled(service), Pulling(service)]), Failed(service, reason, message)];
}
