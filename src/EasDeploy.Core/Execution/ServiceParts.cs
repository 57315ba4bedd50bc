namespace EasDeploy.Execution;

/// <summary>One running copy of a service.</summary>
/// <param name="Status"><c>Pending</c>, <c>Running</c>, <c>Terminating</c>, <c>Succeeded</c>, <c>Failed</c>, <c>Unknown</c>.</param>
/// <remarks>Source: EAS 2021-07-01, openapi.md section 5.2, object Instance.</remarks>
public sealed record ServiceInstance(
    string Name, string Status, string? Reason, string? InstanceType, string? Zone, string? InnerIP, string? HostIP,
    int ReadyProcesses, int TotalProcesses, int RestartCount, bool IsSpot, DateTimeOffset? StartTime);

/// <summary>One container of an instance.</summary>
/// <param name="CurrentStatus"><c>Waiting</c>, <c>Running</c>, <c>Terminated</c>.</param>
/// <param name="CurrentReason">The API spells the field <c>CurrentReaon</c>.</param>
/// <remarks>Source: EAS 2021-07-01, openapi.md section 5.2, object ContainerInfo.</remarks>
public sealed record ServiceContainer(
    string Name, string? Image, string CurrentStatus, string? CurrentReason, string? LastStatus, string? LastReason, int? Port, int RestartCount, bool Ready);

/// <summary>One version of a service.</summary>
/// <param name="Version">Number for UpdateServiceVersion; the API calls it ImageId.</param>
/// <param name="ImageAvailable"><c>true</c>, <c>false</c> or <c>unknown</c>.</param>
/// <param name="ServiceRunnable"><c>true</c>, <c>false</c> or <c>unknown</c>.</param>
/// <param name="ServiceConfig">The version's body as JSON text.</param>
/// <remarks>Source: EAS 2021-07-01, openapi.md section 5.1.</remarks>
public sealed record ServiceVersion(
    int Version, DateTimeOffset? BuildTime, string ImageAvailable, string ServiceRunnable, string? Message, string? ServiceConfig);

/// <summary>A fault the service found in itself.</summary>
/// <remarks>Source: EAS 2021-07-01 DescribeServiceDiagnosis.</remarks>
public sealed record ServiceDiagnosis(string Error, IReadOnlyList<string> Causes, IReadOnlyList<string> Advices);

/// <summary>Which log lines of a service are wanted.</summary>
/// <param name="Keyword">One word the lines hold; together with a time range the API silently loses lines.</param>
/// <param name="InstanceName">Null = every instance.</param>
/// <param name="Previous">True: of the container's run before its last restart.</param>
/// <param name="LastPages">Only so many pages at the end; null = all.</param>
public sealed record LogQuery(
    DateTimeOffset? StartTime = null, DateTimeOffset? EndTime = null, string? Keyword = null, string? InstanceName = null, bool Previous = false,
    int? LastPages = null);
