namespace EasDeploy.Diagnostics;

/// <summary>Room 6: deployment. 61xx = against what exists, 63xx = seen only at run time, 69xx = chosen for the author.</summary>
public static class DeploymentDiagnostics
{
    /// <summary>{0} service, {1} status, {2} since when, {3} InternetEndpoint, {4} IntranetEndpoint.</summary>
    public static DiagnosticDescriptor ServiceExists { get; } = new("EAS6101", Severity.Error, "A service of this name exists",
        "service '{0}' exists since {2}, status {1}, InternetEndpoint: {3}, IntranetEndpoint: {4}. Choose another name, or set OnExisting=\"Recreate\" to replace it.");

    /// <summary>{0} service.</summary>
    public static DiagnosticDescriptor UpdateComesLater { get; } = new("EAS6102", Severity.Error, "Updating in place comes in a later version",
        "service '{0}' exists, and this version cannot update it in place. Set OnExisting=\"Recreate\" to delete and create it, or OnExisting=\"Fail\" to keep it.");

    /// <summary>{0} service, {1} lock.</summary>
    public static DiagnosticDescriptor SafetyLocked { get; } = new("EAS6103", Severity.Error, "The existing service is locked",
        "service '{0}' exists and its safety lock '{1}' forbids deleting it. Remove the lock in the console, or choose another name.");

    /// <summary>{0} service, {1} status, {2} seconds waited, {3} resume hint.</summary>
    public static DiagnosticDescriptor NotRunningInTime { get; } = new("EAS6301", Severity.Error, "Not Running in time",
        "service '{0}' is {1} after {2} s, the limit of the wait; the deployment itself goes on in the cloud. Look again with {3}, or raise EasWaitTimeout.");

    /// <summary>{0} service, {1} status, {2} reason, {3} advice.</summary>
    public static DiagnosticDescriptor ServiceFailed { get; } = new("EAS6302", Severity.Error, "The service failed to start",
        "service '{0}' ended as {1}: {2}. {3}");

    /// <summary>{0} service, {1} status, {2} how to look again.</summary>
    public static DiagnosticDescriptor WaitCancelled { get; } = new("EAS6303", Severity.Error, "The wait was cancelled",
        "the wait for service '{0}' was cancelled while it was {1}; the deployment itself goes on in the cloud. Go on waiting with {2}.");

    /// <summary>{0} service, {1} status, {2} seconds.</summary>
    public static DiagnosticDescriptor NotGoneInTime { get; } = new("EAS6304", Severity.Error, "The old service is still there",
        "the old service '{0}' is {1} and not gone {2} s after its deletion was asked for, so the new one was not created. Run the command again later.");

    /// <summary>{0} service, {1} what happened to the deployment before it.</summary>
    public static DiagnosticDescriptor NotStarted { get; } = new("EAS6305", Severity.Error, "The deployment was not started",
        "service '{0}' was not deployed, because {1}. Correct the errors above and run the command again.");

    /// <summary>{0} service, {1} state of the old one, {2} repair.</summary>
    public static DiagnosticDescriptor OldServiceLost { get; } = new("EAS6306", Severity.Error, "The old service is deleted and the new one was not created",
        "the old service '{0}' {1}, and the new one was not created. {2}: until then nothing answers under this name, and the next one gets a new access token.");

    /// <summary>{0} service.</summary>
    public static DiagnosticDescriptor CancelledBeforeCreation { get; } = new("EAS6307", Severity.Error, "The deployment was cancelled",
        "the deployment of service '{0}' was cancelled before anything was created. Run the command again to deploy it.");

    /// <summary>{0} service, {1} how to look again.</summary>
    public static DiagnosticDescriptor CreationUncertain { get; } = new("EAS6308", Severity.Error, "Not known whether the service was created",
        "the answer to CreateService was lost, so it is not known whether service '{0}' exists. Look with {1}; to run the command again is safe, it first asks what exists.");

    /// <summary>{0} service, {1} how to look again.</summary>
    public static DiagnosticDescriptor StatusUnreadable { get; } = new("EAS6309", Severity.Error, "Created, but the status cannot be read",
        "service '{0}' was created, but its status cannot be read, so it is not known whether it runs; the deployment itself goes on in the cloud. Correct the error above and look again with {1}.");

    /// <summary>{0} service, {1} variable, {2} what names it.</summary>
    public static DiagnosticDescriptor VariableMissing { get; } = new("EAS6310", Severity.Error, "A variable of the environment is missing",
        "service '{0}': the environment variable '{1}', which {2} names, is not set where the deployment runs. Set it there, as a secret of the pipeline, and run the command again.");

    /// <summary>{0} service, {1} variable.</summary>
    public static DiagnosticDescriptor RegistryAuthForm { get; } = new("EAS6311", Severity.Error, "The registry login is not user:password",
        "service '{0}': the environment variable '{1}', which RegistryAuthFromEnvironment names, does not hold 'user:password'. Set it to the plain text of both, not to its Base64 form.");

    /// <summary>{0} service, {1} status, {2} reason, {3} advice.</summary>
    public static DiagnosticDescriptor WillNotStart { get; } = new("EAS6312", Severity.Error, "The service will not start",
        "service '{0}' is still {1} and cannot start any more: {2}. {3}");

    /// <summary>{0} service, {1} address, {2} what it answered, {3} seconds.</summary>
    public static DiagnosticDescriptor GatewaySilent { get; } = new("EAS6313", Severity.Error, "Running, but the gateway does not answer",
        "service '{0}' is Running, but {1} did not let a call through for {3} s: {2}. Check that the process listens on the service's port, or set EasVerify to None to accept the status alone.");

    /// <summary>{0} service, {1} address, {2} what it answered.</summary>
    public static DiagnosticDescriptor ModelSilent { get; } = new("EAS6314", Severity.Error, "Running, but the model does not answer",
        "service '{0}' is Running and its gateway answers, but {1} does not give what it should: {2}. Read the service's log, or set EasVerify to Gateway to accept the gateway's answer.");

    /// <summary>{0} service, {1} status, {2} since when.</summary>
    public static DiagnosticDescriptor Recreated { get; } = new("EAS6901", Severity.Info, "The existing service is recreated",
        "service '{0}' exists since {2} (status {1}): it is deleted and created again, with its access token kept. Set OnExisting=\"Fail\" to keep it instead.");

    /// <summary>{0} service, {1} reason.</summary>
    public static DiagnosticDescriptor NotVerifiable { get; } = new("EAS6902", Severity.Info, "The running service was not called",
        "service '{0}' is Running and was not called, because {1}. Call it from where its users are, or set EasVerify to None.");

    /// <summary>{0} service.</summary>
    public static DiagnosticDescriptor NoProbePath { get; } = new("EAS6903", Severity.Info, "Only the gateway was asked",
        "service '{0}' declares no HTTP probe, so EasVerify=Model asked its gateway only. Set HealthCheck to http and HealthCheckPath to the path that shows its health.");

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        ServiceExists, UpdateComesLater, SafetyLocked, NotRunningInTime, ServiceFailed, WaitCancelled, NotGoneInTime, NotStarted, OldServiceLost,
        CancelledBeforeCreation, CreationUncertain, StatusUnreadable, VariableMissing, RegistryAuthForm, WillNotStart, GatewaySilent, ModelSilent, Recreated, NotVerifiable,
        NoProbePath,
    ];
}
