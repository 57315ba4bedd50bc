using static EasDeploy.Emulator.State.EventText;
using static EasDeploy.Emulator.State.LifeCycles;

namespace EasDeploy.Emulator.State;

/// <summary>Scripted life cycles, chosen by the service label <c>emulator.lifecycle</c> or by <c>/_control</c>.</summary>
/// <remarks>Invented for tests; each plays one way a deployment is known to go (workflow 6.7, openapi.md §1.12, §5.3).</remarks>
internal static class NamedLifeCycles
{
    /// <summary>Label of a service that names its life cycle.</summary>
    public const string Label = "emulator.lifecycle";

    /// <summary>How many times longer a slow status lasts.</summary>
    private const double Slow = 5;

    public static IReadOnlyList<string> Names { get; } =
    [
        "healthy", "slow-llm", "no-stock", "image-pull-error", "crash-loop", "oom", "chip-mismatch", "model-not-found", "probe-fails",
        "image-pull-lingers", "crash-loop-lingers", "no-stock-lingers", "gateway-late", "flaps", "delete-slow", "delete-fails", "stuck",
    ];

    /// <returns>The steps after the first status, or null when no script is chosen.</returns>
    public static IReadOnlyList<Step>? Ending(EasService service) => service.LifeCycle switch
    {
        null => null,
        "slow-llm" => SlowModel(service),
        "no-stock" => Fails(service, "InsufficientResources", "No stock for the wanted instance type", scheduled: false),
        "image-pull-error" => Fails(service, "ImagePullBackOff", $"Image pull failed: {service.Config.Image}"),
        "crash-loop" => CrashLoop(service),
        "oom" => Fails(service, "OOMKilled", "Container worker0 was killed: out of memory"),
        "chip-mismatch" => Fails(service, "InstanceCrashed", "Instance crashed: image chip type does not match instance chip type"),
        "model-not-found" => Fails(service, "ModelNotFound", "Model path is not found"),
        "probe-fails" => ProbeFails(service),
        "image-pull-lingers" => Lingers(service, "Failed", $"Error: ImagePullBackOff: {service.Config.Image}", "ImagePullBackOff"),
        "crash-loop-lingers" => Lingers(service, "CrashLoopBackOff", "Container worker0 failed to start, exit code 1", "CrashLoopBackOff"),
        "no-stock-lingers" => Lingers(service, "InsufficientResources", "No stock for the wanted instance type", "InsufficientResources"),
        "stuck" => [Start(service) with { Dwell = double.PositiveInfinity }],
        "gateway-late" => [Start(service), Running(service) with { Dwell = Slow, GatewayReady = false }, Running(service) with { Events = [] }],
        "flaps" => [Start(service), Running(service), Start(service) with { Events = [Warning("Unhealthy", "Readiness probe failed")] }, Running(service)],
        _ => [Start(service), Running(service)],
    };

    /// <returns>The steps of a deletion, or null when no script changes it.</returns>
    public static IReadOnlyList<Step>? Deletion(EasService service) => service.LifeCycle switch
    {
        "delete-slow" => [Deleting(service) with { Dwell = Slow }, new Step(ServiceStatus.Deleted, "Service is deleted")],
        "delete-fails" =>
        [
            Deleting(service),
            new Step(ServiceStatus.DeleteFailed, "Deletion failed") { Events = [Warning("Failed", $"Service {service.Name} cannot be deleted", "Service")] },
        ],
        _ => null,
    };

    private static Step Start(EasService service) => Waiting(service, Scheduled(service), Pulling(service));

    private static IReadOnlyList<Step> Fails(EasService service, string reason, string message, bool scheduled = true) =>
        [scheduled ? Start(service) : Waiting(service), Failed(service, reason, message)];

    /// <summary>An event tells the end long before the status does: the cloud retries for a while. Source: openapi.md §5.3 (Waiting covers the image pull).</summary>
    private static IReadOnlyList<Step> Lingers(EasService service, string reason, string message, string failure) =>
        [Start(service), Waiting(service, Warning(reason, message)) with { Dwell = 2 * Slow }, Failed(service, failure, message)];

    private static IReadOnlyList<Step> SlowModel(EasService service) =>
    [
        Start(service) with { Dwell = Slow },
        Waiting(service, Normal("Pulled", $"Image {service.Config.Image} is pulled", "Pod")) with { Dwell = Slow },
        Waiting(service, Warning("Unhealthy", "Startup probe failed: connection refused")) with { Dwell = Slow },
        Running(service),
    ];

    private static IReadOnlyList<Step> CrashLoop(EasService service) =>
    [
        Start(service),
        Waiting(service, Warning("BackOff", "Back-off restarting failed container worker0")),
        Failed(service, "CrashLoopBackOff", "Container worker0 failed to start, exit code 1"),
    ];

    private static IReadOnlyList<Step> ProbeFails(EasService service) =>
    [
        Start(service),
        Waiting(service, Warning("Unhealthy", "Startup probe failed: HTTP probe failed with statuscode: 500")),
        Failed(service, "Unhealthy", "Startup probe failed: HTTP probe failed with statuscode: 500"),
    ];
}
