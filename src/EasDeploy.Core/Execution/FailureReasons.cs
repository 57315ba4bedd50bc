using System.Collections.Immutable;

namespace EasDeploy.Execution;

/// <summary>The one table of known causes: the wait decides by it, the diagnosis advises by it.</summary>
/// <remarks>
/// Source: deployment workflow, step 6.7 (the first five rows, in its words), and checklist X71; which sign decides is design ruling K8.
/// Signs beyond the workflow's names are those of Kubernetes, on which the service runs; numbers and times are assumed. Shown in docs/reference/failure-reasons.md.
/// </remarks>
public static class FailureReasons
{
    public static ImmutableArray<FailureReason> Table { get; } =
    [
        new("ImagePullBackOff", ReasonClass.Terminal, "Image pull failed", "Check image address and permissions",
            ["ImagePullBackOff", "Back-off pulling image", "InvalidImageName", "manifest unknown", "pull access denied", "repository does not exist"]),
        new("CrashLoopBackOff", ReasonClass.Terminal, "Container startup failed", "Check startup command and model path", ["CrashLoopBackOff"]) { IsSymptom = true },
        new("Instance crashed", ReasonClass.Terminal, "Chip type mismatch", "Image chip type must match instance type (GPU image → GPU instance)",
            ["Instance crashed", "InstanceCrashed"]),
        new("InsufficientResources", ReasonClass.Terminal, "Resource shortage", "Choose different instance type or resource group",
            ["InsufficientResources", "NoStock", "no stock"]) { IsPerInstanceType = true },
        new("ModelNotFound", ReasonClass.Terminal, "Wrong model path", "Check OSS mount path", ["ModelNotFound", "model not found"]),
        new("OutOfGPU", ReasonClass.Terminal, "Out of GPU memory",
            "Choose an instance type with more GPU memory, or more cards with a tensor-parallel degree that equals their number",
            ["OutOfGPU", "CUDA out of memory", "OutOfMemoryError", "No available memory for the cache blocks"]),
        new("TensorParallel", ReasonClass.Terminal, "The tensor-parallel degree does not match the number of GPUs",
            "Set the degree in the start command to the number of cards of the instance type",
            ["larger than the number of available GPUs", "divisible by tensor parallel size", "invalid device ordinal"]),
        new("OOMKilled", ReasonClass.Terminal, "Out of memory", "Choose an instance type with more memory", ["OOMKilled", "out of memory", "oom-kill", "OOM killed"]),
        new("ErrImagePull", ReasonClass.Suspicious, "Image pull failed once", "Check image address and permissions", ["ErrImagePull", "Failed to pull image"])
            { Times = 3, IsSymptom = true },
        new("BackOff", ReasonClass.Suspicious, "The container ends again and again", "Check startup command and model path, and read the log",
            ["Back-off restarting", "ContainerCannotRun", "StartError", "exit code", "exited with"]) { Times = 3, IsSymptom = true },
        new("LivenessFailed", ReasonClass.Suspicious, "A liveness probe ends the container before it is ready",
            "Give the probe more initial delay, or check its path and port", ["Liveness probe failed", "failed liveness probe"]) { Times = 3 },
        new("FailedMount", ReasonClass.Suspicious, "Storage cannot be mounted", "Check the storage source, its region and the access rights",
            ["FailedMount", "FailedAttachVolume", "MountVolume"]) { Lasting = TimeSpan.FromSeconds(150), ClearedBy = ["SuccessfulMountVolume", "Pulling", "Pulled", "Started"] },
        new("FailedScheduling", ReasonClass.Suspicious, "No node has room (the instance stays Pending)",
            "Choose another instance type, free capacity in the resource group, or lower Replicas", ["FailedScheduling", "nodes are available", "Unschedulable"])
            { Lasting = TimeSpan.FromSeconds(300), ClearedBy = ["Scheduled", "Pulling", "Pulled", "Started"] },
        new("Evicted", ReasonClass.Suspicious, "The instance was taken away", "Do without spot instances, or choose an instance type with more memory or disk",
            ["Evicted", "Preempted", "NodeNotReady"]) { Times = 3 },
        new("QuotaExceeded", ReasonClass.Suspicious, "A quota of the account is used up", "Raise the quota in the console, or delete what is not needed",
            ["QuotaExceeded", "quota exceeded", "exceeded quota"]) { Lasting = TimeSpan.FromSeconds(120), ClearedBy = ["Scheduled", "Pulling", "Started"] },
        new("Overdue", ReasonClass.Terminal, "The account has a payment overdue", "Settle the account's bill", ["InsufficientBalance", "InDebt", "Arrearage", "overdue payment"]),
        new("Unhealthy", ReasonClass.Transient, "A probe failed", "Check the probe's path and port, and give the model more time to load",
            ["Unhealthy", "probe failed"]) { IsSymptom = true },
    ];

    /// <summary>The rows whose signs the texts carry, in table order.</summary>
    public static ImmutableArray<FailureReason> For(IEnumerable<string> texts)
    {
        List<string> read = [.. texts];
        return [.. Table.Where(row => read.Any(row.IsSeenIn))];
    }

    /// <summary>The row nearest to the cause; null = there is none.</summary>
    public static FailureReason? Nearest(ImmutableArray<FailureReason> rows) => rows.FirstOrDefault(row => !row.IsSymptom) ?? rows.FirstOrDefault();
}
