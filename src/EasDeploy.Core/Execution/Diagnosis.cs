using System.Collections.Immutable;

namespace EasDeploy.Execution;

/// <summary>What could be found out about a service that does not run. Every text in it is redacted and may be shared.</summary>
/// <param name="Status">Last status seen.</param>
/// <param name="Message">The service's own words; null = none.</param>
/// <param name="Reasons">Rows of <see cref="FailureReasons"/> that events, containers and log point to: causes before symptoms.</param>
/// <param name="Events">Newest first.</param>
/// <param name="LogLines">Lines that speak of trouble, in the log's order.</param>
/// <param name="LogTail">Last lines of the log, whatever they say.</param>
/// <param name="Reports">What the cloud's own diagnosis says.</param>
/// <param name="Unread">What could not be read, and why.</param>
/// <param name="NextCommands">What to type next.</param>
public sealed record Diagnosis(
    string ServiceName,
    string Status,
    string? Message,
    ImmutableArray<FailureReason> Reasons,
    ImmutableArray<ServiceEvent> Events,
    ImmutableArray<DiagnosedInstance> Instances,
    ImmutableArray<string> LogLines,
    ImmutableArray<string> LogTail,
    ImmutableArray<ServiceDiagnosis> Reports,
    ImmutableArray<string> Unread,
    ImmutableArray<string> NextCommands);

/// <param name="Containers">Empty for an instance whose containers were not asked for.</param>
public sealed record DiagnosedInstance(ServiceInstance Instance, ImmutableArray<ServiceContainer> Containers);
