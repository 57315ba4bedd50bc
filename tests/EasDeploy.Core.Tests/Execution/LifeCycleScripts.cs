using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>The life cycles of the verdict table. Those that go wrong stay Waiting for ever unless they say otherwise, as the cloud does for many minutes.</summary>
internal static class LifeCycleScripts
{
    private const double Never = 100_000;
    private const string TwoTypes = "ecs.gn7i-c16g1.4xlarge;ecs.gn7i-c8g1.2xlarge";

    private static readonly Moment s_creating = new(0) { Status = "Creating" };
    private static readonly Moment s_waiting = new(5) { Status = "Waiting" };

    public static LifeCycleScript Healthy { get; } = Runs("healthy", 40);

    public static LifeCycleScript SlowModel { get; } = Runs("slow model, probe fails until it is loaded", 400, Unhealthy(120), Unhealthy(180), Unhealthy(240));

    public static LifeCycleScript Stuck { get; } = Runs("stuck", Never);

    public static LifeCycleScript UnhealthyForEver { get; } = Runs("probe fails for ever", Never, Unhealthy(30), Unhealthy(60), Unhealthy(90), Unhealthy(120));

    public static LifeCycleScript ImagePull { get; } = Runs("image cannot be pulled", Never, Decided(12, "Failed", "Error: ImagePullBackOff"));

    public static LifeCycleScript ImagePullInMessage { get; } = Runs("image cannot be pulled, only the message says so", Never,
        new Moment(12) { Message = "ImagePullBackOff: pull access denied", Decides = true });

    public static LifeCycleScript CrashLoop { get; } = Runs("crash loop", Never, Warning(20, "BackOff", "Back-off restarting failed container"), Decided(25, "CrashLoopBackOff", "exit code 1"));

    public static LifeCycleScript CrashLoopInContainer { get; } = Runs("crash loop, only the container shows it", Never, new Moment(25) { Container = "CrashLoopBackOff", Decides = true });

    public static LifeCycleScript NoStock { get; } = Runs("no stock", Never, Decided(8, "InsufficientResources", "No stock for the wanted instance type"));

    public static LifeCycleScript NoStockFirst { get; } = Runs(
        "no stock for the first of two types", 60, Warning(8, "InsufficientResources", "No stock for type 1")) with
    { InstanceTypes = TwoTypes };

    public static LifeCycleScript NoStockBoth { get; } = Runs(
        "no stock for both types",
        Never,
        Warning(8, "InsufficientResources", "No stock for type 1"),
        Decided(20, "InsufficientResources", "No stock for type 2")) with
    { InstanceTypes = TwoTypes };

    public static LifeCycleScript WrongChip { get; } = Runs("chip mismatch", Never, Decided(30, "InstanceCrashed", "Instance crashed: image chip type XPU"));

    public static LifeCycleScript ModelMissing { get; } = Runs("model not found", Never, Decided(30, "ModelNotFound", "Model path is not found"));

    public static LifeCycleScript OutOfMemory { get; } = Runs("killed for memory", Never, Warning(70, "BackOff", "Back-off restarting failed container"), Decided(90, "OOMKilled", "Container worker0 was killed"));

    public static LifeCycleScript CudaMemory { get; } = Runs("out of GPU memory", Never, new Moment(80) { Message = "worker0: torch.OutOfMemoryError: CUDA out of memory", Decides = true });

    public static LifeCycleScript Overdue { get; } = Runs("account overdue", Never, Decided(6, "InsufficientBalance", "Your account has an overdue payment"));

    public static LifeCycleScript PullOnceFailed { get; } = Runs("image pull fails once", 60, Warning(10, "Failed", "ErrImagePull: registry is busy"), Normal(30, "Pulled"));

    public static LifeCycleScript PullKeepsFailing { get; } = Runs("image pull fails three times", Never,
        Warning(10, "Failed", "ErrImagePull: not authorized"), Warning(30, "Failed", "ErrImagePull: not authorized"), Decided(60, "Failed", "ErrImagePull: not authorized"));

    public static LifeCycleScript RestartsTwice { get; } = Runs("container ends twice, then runs", 70, Warning(15, "BackOff", "Back-off restarting failed container"), Warning(35, "BackOff", "Back-off restarting failed container"));

    public static LifeCycleScript RestartsAgain { get; } = Runs("container ends three times", Never,
        Warning(15, "BackOff", "Back-off restarting failed container"), Warning(35, "BackOff", "Back-off restarting failed container"), Decided(75, "BackOff", "Back-off restarting failed container"));

    public static LifeCycleScript Liveness { get; } = Runs("liveness probe ends it three times", Never,
        Warning(20, "Unhealthy", "Liveness probe failed: timeout"), Warning(60, "Unhealthy", "Liveness probe failed: timeout"), Decided(100, "Unhealthy", "Liveness probe failed: timeout"));

    public static LifeCycleScript Evicted { get; } = Runs("taken away three times", Never, Warning(20, "Evicted", "spot"), Warning(50, "Evicted", "spot"), Decided(80, "Evicted", "spot"));

    public static LifeCycleScript PendingThenScheduled { get; } = Runs("no room for three minutes", 260, Warning(10, "FailedScheduling", "0/5 nodes are available"), Normal(200, "Scheduled"));

    public static LifeCycleScript PendingForEver { get; } = Runs("no room", Never, Warning(10, "FailedScheduling", "0/5 nodes are available"), Lasted(10, 300));

    public static LifeCycleScript MountFails { get; } = Runs("storage cannot be mounted", Never, Warning(10, "FailedMount", "MountVolume.SetUp failed"), Lasted(10, 150));

    public static LifeCycleScript Quota { get; } = Runs("quota used up", Never, Warning(10, "QuotaExceeded", "quota of GPUs"), Lasted(10, 120));

    public static LifeCycleScript Fails { get; } = Runs("status Failed, no event", Never, new Moment(50) { Status = "Failed", Message = "no reason", Decides = true });

    public static LifeCycleScript FailsWithReason { get; } = Runs("status Failed, with its event", Never,
        new Moment(50) { Status = "Failed", Event = ("Warning", "CrashLoopBackOff", "exit code 1"), Decides = true });

    public static LifeCycleScript Stops { get; } = Runs("somebody stops it", Never, new Moment(40) { Status = "Stopped", Decides = true });

    public static LifeCycleScript Vanishes { get; } = Runs("somebody deletes it", Never, new Moment(30) { Status = "", Decides = true });

    public static LifeCycleScript VisibleLate { get; } =
        new("visible after 20 s", new(0) { Status = "" }, new(20) { Status = "Waiting" }, new(60) { Status = "Running", Decides = true });

    public static LifeCycleScript Outage { get; } = Runs("status cannot be read for a minute", 80,
        new Moment(10) { Trouble = () => ScriptedCloud.Fault(CloudDiagnostics.ConnectionBroke) }, new Moment(70) { Trouble = () => null });

    public static LifeCycleScript Refused { get; } = Runs("status is refused", Never, new Moment(20) { Trouble = () => ScriptedCloud.Fault(CloudDiagnostics.NoPermission), Decides = true });

    public static LifeCycleScript EventsRefused { get; } = Healthy with { Name = "events are refused", SideTrouble = () => ScriptedCloud.Fault(CloudDiagnostics.NoPermission) };

    public static LifeCycleScript EventsThrottled { get; } = Fails with { Name = "events are throttled, status Failed", SideTrouble = () => ScriptedCloud.Fault(CloudDiagnostics.Throttled) };

    public static LifeCycleScript OldEvents { get; } = Healthy with
    {
        Name = "events of an older service of this name",
        Left = [new ServiceEvent("Warning", "ImagePullBackOff", "old", new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))],
    };

    public static LifeCycleScript GatewayLate { get; } = Runs("gateway lets calls through after 30 s", 30, Silent(30, 503), Answering(60));

    public static LifeCycleScript GatewayUnknown { get; } = Runs("gateway does not know it for 20 s", 30, Silent(30, 404), Answering(50));

    public static LifeCycleScript GatewayNever { get; } = new(
        "gateway never lets a call through", s_creating, s_waiting, new(30) { Status = "Running", Answers = _ => ScriptedProbe.Answer(503) });

    public static LifeCycleScript Flaps { get; } = new(
        "runs, falls back, runs",
        s_creating,
        s_waiting,
        new(30) { Status = "Running", Answers = _ => ScriptedProbe.Answer(503, "no healthy upstream") }, new(31) { Status = "Waiting" },
        new(50) { Status = "Running", Answers = _ => ScriptedProbe.Answer(200), Decides = true });

    public static LifeCycleScript FailsWhileAsked { get; } = new(
        "fails while the gateway is asked",
        s_creating,
        s_waiting,
        new(30) { Status = "Running", Answers = _ => ScriptedProbe.Answer(503) }, new(50) { Status = "Failed", Decides = true });

    public static LifeCycleScript ModelFails { get; } = Runs("model fails its first word", 30, Model(30, path => path == "/v1/chat/completions" ? (500, "CUDA error") : (200, Models)));

    public static LifeCycleScript ModelLate { get; } = Runs("model is listed after 30 s", 30, Model(30, path => path == "/v1/models" ? (503, "loading") : (200, Models)), Model(60, _ => (200, Models)) with { Decides = true });

    public static LifeCycleScript Embedder { get; } = Runs("model only embeds", 30, Model(30, path => path is "/v1/chat/completions" or "/v1/completions" ? (400, "does not support") : (200, Models)));

    public static LifeCycleScript IntranetOnly { get; } = Healthy with { Name = "answers only inside its VPC", IsIntranetOnly = true };

    private const string Models = """{"object":"list","data":[{"id":"/model_dir"}]}""";

    // The end is the deciding moment only where no earlier one is.
    private static LifeCycleScript Runs(string name, double at, params Moment[] between)
    {
        bool isDecided = between.Any(moment => moment.Decides) || at >= Never;
        return new(name, [.. new Moment[] { s_creating, s_waiting, new(at) { Status = "Running", Decides = !isDecided } }.Concat(between).OrderBy(moment => moment.At)]);
    }

    private static Moment Warning(double at, string reason, string text) => new(at) { Event = ("Warning", reason, text) };

    private static Moment Decided(double at, string reason, string text) => Warning(at, reason, text) with { Decides = true };

    // The time counts from the poll that sees the sign.
    private static Moment Lasted(double seenAt, double seconds) => new(seenAt + 1 + seconds) { Decides = true };

    private static Moment Normal(double at, string reason) => new(at) { Event = ("Normal", reason, "") };

    private static Moment Unhealthy(double at) => Warning(at, "Unhealthy", "Startup probe failed: connection refused");

    private static Moment Silent(double at, int status) => new(at) { Answers = _ => ScriptedProbe.Answer(status) };

    private static Moment Answering(double at) => new(at) { Answers = _ => ScriptedProbe.Answer(200), Decides = true };

    private static Moment Model(double at, Func<string, (int Status, string Body)> answers) => new(at)
    {
        Answers = path =>
        {
            (int status, string body) = answers(path);
            return ScriptedProbe.Answer(status, body);
        },
    };
}
