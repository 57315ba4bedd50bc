namespace EasDeploy.Diagnostics;

/// <summary>Room 6: deployment. 61xx = against what exists, 63xx = seen only at run time, 69xx = chosen for the author.</summary>
public static class DeploymentDiagnostics
{
    /// <summary>{0} service, {1} status, {2} since when, {3} InternetEndpoint, {4} IntranetEndpoint.</summary>
    public static DiagnosticDescriptor ServiceExists { get; } = new("EAS6101", Severity.Error, "A service of this name exists",
        "service '{0}' exists since {2}, status {1}, InternetEndpoint: {3}, IntranetEndpoint: {4}. Choose another name, or set OnExisting=\"Recreate\" to replace it.");

    // EAS6102 said that Update comes later; a code is never used again.

    /// <summary>{0} service, {1} lock, {2} what it forbids.</summary>
    public static DiagnosticDescriptor SafetyLocked { get; } = new("EAS6103", Severity.Error, "The existing service is locked",
        "service '{0}' exists and its safety lock '{1}' forbids {2} it. Remove the lock in the console, or choose another name.");

    /// <summary>{0} service, {1} who, {2} since when, {3} what to do.</summary>
    public static DiagnosticDescriptor Leased { get; } = new("EAS6104", Severity.Error, "Somebody else is deploying this service",
        "service '{0}' is being deployed by {1} since {2}. {3}.");

    /// <summary>{0} service, {1} what moved.</summary>
    public static DiagnosticDescriptor PlanMoved { get; } = new("EAS6105", Severity.Error, "The saved plan no longer holds",
        "the saved plan for service '{0}' was not applied: {1}. Make a new plan and read it.");

    /// <summary>{0} service, {1} how it differs, {2} folder.</summary>
    public static DiagnosticDescriptor JournalElsewhere { get; } = new("EAS6106", Severity.Error, "An unfinished deployment of another place is in the way",
        "the journal of service '{0}' in {2} belongs to {1} and is not finished. Resume it or roll it back there, or point EasStatePath at another folder.");

    /// <summary>{0} service, {1} project on its label, {2} this project.</summary>
    public static DiagnosticDescriptor OtherProject { get; } = new("EAS6107", Severity.Error, "The service belongs to another project",
        "service '{0}' was deployed by project '{1}', and this is '{2}', so it was not deleted. Run EasDelete in that project, or delete it in the console.");

    /// <summary>{0} service, {1} status.</summary>
    public static DiagnosticDescriptor ServiceStopped { get; } = new("EAS6108", Severity.Error, "The existing service is stopped",
        "service '{0}' exists and is {1}; an update does not start it. Start it in the console first, or set OnExisting=\"Recreate\".");

    /// <summary>{0} service, {1} folder, {2} command that deploys.</summary>
    public static DiagnosticDescriptor NothingToResume { get; } = new("EAS6109", Severity.Error, "There is nothing to go on with",
        "service '{0}' does not exist, and no unfinished deployment of it is in the state folder {1}. Point EasStatePath to the folder of the run that was interrupted, or run '{2}' to deploy it anew.");

    /// <summary>{0} service, {1} reason, {2} command that deploys.</summary>
    public static DiagnosticDescriptor NothingToRollBack { get; } = new("EAS6110", Severity.Error, "There is nothing to go back to",
        "service '{0}' was not rolled back: {1}. Deploy the version you want with '{2}'.");

    /// <summary>{0} service, {1} status.</summary>
    public static DiagnosticDescriptor NoBackup { get; } = new("EAS6111", Severity.Error, "The live service cannot be backed up",
        "service '{0}' (status {1}) was left as it is, because the cloud does not show its document, so it could not be restored. Run the command again; delete it in the console if it is of no use.");

    /// <summary>{0} service, {1} status, {2} seconds waited, {3} command to look again.</summary>
    public static DiagnosticDescriptor NotRunningInTime { get; } = new("EAS6301", Severity.Error, "Not Running in time",
        "service '{0}' is {1} after {2} s, the limit of the wait; the deployment itself goes on in the cloud. Look again with '{3}', or raise EasWaitTimeout.");

    /// <summary>{0} service, {1} status, {2} reason, {3} advice.</summary>
    public static DiagnosticDescriptor ServiceFailed { get; } = new("EAS6302", Severity.Error, "The service failed to start",
        "service '{0}' ended as {1}: {2}. {3}");

    /// <summary>{0} service, {1} status, {2} command to go on.</summary>
    public static DiagnosticDescriptor WaitCancelled { get; } = new("EAS6303", Severity.Error, "The wait was cancelled",
        "the wait for service '{0}' was cancelled while it was {1}; the deployment itself goes on in the cloud. Go on waiting with '{2}'.");

    /// <summary>{0} service, {1} status, {2} seconds.</summary>
    public static DiagnosticDescriptor NotGoneInTime { get; } = new("EAS6304", Severity.Error, "The old service is still there",
        "the old service '{0}' is {1} and not gone {2} s after its deletion was asked for, so the new one was not created. Run the command again later.");

    /// <summary>{0} service, {1} what happened to the deployment before it.</summary>
    public static DiagnosticDescriptor NotStarted { get; } = new("EAS6305", Severity.Error, "The deployment was not started",
        "service '{0}' was not deployed, because {1}. Correct the errors above and run the command again.");

    /// <summary>{0} service, {1} state of the old one, {2} repair, {3} folder, {4} command that restores.</summary>
    public static DiagnosticDescriptor OldServiceLost { get; } = new("EAS6306", Severity.Error, "The old service is deleted and the new one was not created",
        "the old service '{0}' {1}, and the new one was not created. {2}, or bring the old one back with '{4}': until then nothing answers under this name. Its backup is in {3}.");

    /// <summary>{0} service.</summary>
    public static DiagnosticDescriptor CancelledBeforeCreation { get; } = new("EAS6307", Severity.Error, "The deployment was cancelled",
        "the deployment of service '{0}' was cancelled before anything was created. Run the command again to deploy it.");

    /// <summary>{0} service, {1} command to look again.</summary>
    public static DiagnosticDescriptor CreationUncertain { get; } = new("EAS6308", Severity.Error, "Not known whether the service was created",
        "the answer to CreateService was lost, so it is not known whether service '{0}' exists. Look with '{1}'; to run the command again is safe, it first asks what exists.");

    /// <summary>{0} service, {1} command to look again.</summary>
    public static DiagnosticDescriptor StatusUnreadable { get; } = new("EAS6309", Severity.Error, "Created, but the status cannot be read",
        "service '{0}' was created, but its status cannot be read, so it is not known whether it runs; the deployment itself goes on in the cloud. Correct the error above and look again with '{1}'.");

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

    /// <summary>{0} service, {1} reason.</summary>
    public static DiagnosticDescriptor JournalNotWritten { get; } = new("EAS6330", Severity.Error, "The journal cannot be written, so nothing was sent",
        "service '{0}' was not deployed, because its journal cannot be written: {1}. Make room, or point EasStatePath at a folder this user can write.");

    /// <summary>{0} service, {1} repair.</summary>
    public static DiagnosticDescriptor Restored { get; } = new("EAS6331", Severity.Warning, "The old service was restored",
        "service '{0}' is the old one again: created from its backup, and Running in place of the new one. {1}.");

    /// <summary>{0} service, {1} reason, {2} folder, {3} command that restores.</summary>
    public static DiagnosticDescriptor NotRestored { get; } = new("EAS6332", Severity.Error, "The old service could not be restored",
        "the old service '{0}' is not back: {1}. Its backup is in {2}; run '{3}' to try again, or correct the errors above and run the command again.");

    /// <summary>{0} service, {1} version, {2} repair.</summary>
    public static DiagnosticDescriptor RolledBack { get; } = new("EAS6333", Severity.Warning, "The update was rolled back",
        "service '{0}' is back at version {1} and Running. {2}.");

    /// <summary>{0} service, {1} version, {2} reason, {3} command that rolls back.</summary>
    public static DiagnosticDescriptor NotRolledBack { get; } = new("EAS6334", Severity.Error, "The update could not be rolled back",
        "service '{0}' is not back at version {1}: {2}. Run '{3}' to try again, or correct the errors above and run the command again.");

    /// <summary>{0} service, {1} when the earlier run began, {2} what is done now.</summary>
    public static DiagnosticDescriptor Continued { get; } = new("EAS6335", Severity.Warning, "An unfinished deployment is continued",
        "an earlier deployment of service '{0}', begun {1}, did not come to its end: {2}. Nothing needs to be done; keep EasStatePath so that this works.");

    /// <summary>{0} service, {1} reason.</summary>
    public static DiagnosticDescriptor JournalLost { get; } = new("EAS6336", Severity.Warning, "The journal can no longer be written",
        "the journal of service '{0}' can no longer be written: {1}. The deployment goes on, but could not be resumed if it were interrupted now. Make room for EasStatePath.");

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
        ServiceExists, SafetyLocked, Leased, PlanMoved, JournalElsewhere, OtherProject, ServiceStopped, NothingToResume, NothingToRollBack, NoBackup,
        NotRunningInTime, ServiceFailed, WaitCancelled, NotGoneInTime, NotStarted, OldServiceLost,
        CancelledBeforeCreation, CreationUncertain, StatusUnreadable, VariableMissing, RegistryAuthForm, WillNotStart, GatewaySilent, ModelSilent,
        JournalNotWritten, Restored, NotRestored, RolledBack, NotRolledBack, Continued, JournalLost, Recreated, NotVerifiable, NoProbePath,
    ];
}
