using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Reads what the cloud knows about a service that does not run. A read that fails is noted and changes nothing.</summary>
/// <remarks>
/// Source: checklist X70: service, events, log, instances, containers of an instance, diagnosis report.
/// The rows kept are bounded; at most 12 calls.
/// </remarks>
internal sealed partial class DiagnosisReading(IControlPlane controlPlane, DeploymentSurroundings surroundings, DeploymentLog log)
{
    private const int EventsKept = 50;
    private const int InstancesLookedInto = 3;
    private const int LogPages = 2;
    private const int LogLinesKept = 200;
    private const int LogTailKept = 50;
    private readonly List<string> _unread = [];

    /// <param name="live">As last seen; null = never.</param>
    /// <param name="known">Events the wait has read, for when they cannot be read again.</param>
    public async Task<Diagnosis> ReadAsync(
        StartingService service, LiveService? live, string status, IReadOnlyCollection<ServiceEvent> known, CancellationToken ct)
    {
        string name = service.Name;
        bool isThere = status != ServiceStatus.Gone;
        IReadOnlyList<ServiceEvent> events = await TryAsync(
            () => controlPlane.DescribeServiceEventAsync(name, ct), [.. known], "events").ConfigureAwait(false);
        ImmutableArray<DiagnosedInstance> instances = isThere ? await InstancesAsync(name, ct).ConfigureAwait(false) : [];
        IReadOnlyList<string> lines = isThere ? await LogAsync(name, instances, ct).ConfigureAwait(false) : [];
        ImmutableArray<ServiceDiagnosis> reports = isThere
            ? await TryAsync(() => controlPlane.DescribeServiceDiagnosisAsync(name, ct), [], "diagnosis report").ConfigureAwait(false)
            : [];
        ImmutableArray<ServiceEvent> mine =
        [
            // Times are whole seconds: of several in one the last of the list is the newest.
            .. events.Reverse().Where(happened => !service.EventsBefore.Contains(happened) && !(happened.Time < CreatedAt(live)))
                .OrderByDescending(happened => happened.Time ?? DateTimeOffset.MinValue).Take(EventsKept)
                .Select(happened => happened with { Message = Clean(happened.Message) }),
        ];
        ImmutableArray<string> troubled = [.. lines.Where(line => Trouble().IsMatch(line)).TakeLast(LogLinesKept)];
        string? message = live?.Message is { } said ? Clean(said) : null;
        IEnumerable<string> warnings = mine.Where(happened => happened.Type != "Normal").Select(ResultText.Line);
        return new Diagnosis(
            name,
            status,
            message,
            ReasonsIn(name, [.. warnings, message ?? "", .. instances.SelectMany(Words), .. troubled]),
            mine,
            instances,
            troubled,
            [.. lines.TakeLast(LogTailKept)],
            [.. reports.Select(Clean)],
            [.. _unread],
            NextCommands(name));
    }

    private async Task<ImmutableArray<DiagnosedInstance>> InstancesAsync(string serviceName, CancellationToken ct)
    {
        ImmutableArray<ServiceInstance> instances = await TryAsync(
            () => controlPlane.ListServiceInstancesAsync(serviceName, ct), [], "instances").ConfigureAwait(false);
        ImmutableArray<DiagnosedInstance>.Builder diagnosed = ImmutableArray.CreateBuilder<DiagnosedInstance>();
        foreach (ServiceInstance instance in instances.OrderBy(instance => instance.Status == ServiceStatus.Running))
        {
            ImmutableArray<ServiceContainer> containers = [];
            if (diagnosed.Count < InstancesLookedInto)
            {
                containers = await TryAsync(
                    () => controlPlane.ListServiceContainersAsync(serviceName, instance.Name, ct),
                    containers,
                    $"containers of {instance.Name}").ConfigureAwait(false);
            }

            diagnosed.Add(new DiagnosedInstance(instance with { Reason = instance.Reason is { } reason ? Clean(reason) : null }, containers));
        }

        return diagnosed.ToImmutable();
    }

    /// <summary>The end of the log; of a container that was restarted also the end of its run before, which holds the cause.</summary>
    private async Task<IReadOnlyList<string>> LogAsync(string serviceName, ImmutableArray<DiagnosedInstance> instances, CancellationToken ct)
    {
        List<string> lines = [];
        if (instances.FirstOrDefault(IsRestarted) is { } restarted)
        {
            lines.AddRange(await TryAsync(
                () => controlPlane.DescribeServiceLogAsync(
                    serviceName, new LogQuery(InstanceName: restarted.Instance.Name, Previous: true, LastPages: 1), ct),
                [],
                "log of the run before").ConfigureAwait(false));
        }

        lines.AddRange(await TryAsync(
            () => controlPlane.DescribeServiceLogAsync(serviceName, new LogQuery(LastPages: LogPages), ct), [], "log").ConfigureAwait(false));
        return [.. lines.Select(Clean)];
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> read, T otherwise, string what)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            string complaint = $"The {what} could not be read: {Clean(exception.Message)}";
            _unread.Add(complaint);
            log.Say(complaint);
        }
        catch (OperationCanceledException)
        {
            _unread.Add($"The {what} was not read: the run was cancelled.");
        }

        return otherwise;
    }

    private ImmutableArray<string> NextCommands(string name) =>
    [
        .. surroundings.Next.LookDeeper?.Invoke(name) ??
        [
            $"aliyun eas describe-service-event --cluster-id {surroundings.Region} --service-name {name}",
            $"aliyun eas describe-service-log --cluster-id {surroundings.Region} --service-name {name}",
        ],
        surroundings.Next.LookAgain(name),
    ];

    private static ImmutableArray<FailureReason> ReasonsIn(string serviceName, IEnumerable<string> texts)
    {
        IEnumerable<string> read = texts.Select(text => text.Replace(serviceName, "", StringComparison.OrdinalIgnoreCase));
        return [.. FailureReasons.For(read).OrderBy(row => row.IsSymptom)];
    }

    private static bool IsRestarted(DiagnosedInstance one) =>
        one.Instance.RestartCount > 0 || one.Containers.Any(container => container.RestartCount > 0);

    private static IEnumerable<string> Words(DiagnosedInstance one) => one.Containers
        .Where(container => !container.Ready)
        .Select(container => $"{container.CurrentReason} {container.LastReason}")
        .Append(one.Instance.Reason ?? "");

    private ServiceDiagnosis Clean(ServiceDiagnosis report) =>
        new(Clean(report.Error), [.. report.Causes.Select(Clean)], [.. report.Advices.Select(Clean)]);

    // First what this run knows by value, then what looks like a secret.
    private string Clean(string text) => Redaction.Of(log.WithoutToken(text));

    private static DateTimeOffset? CreatedAt(LiveService? live) => EarlySigns.Time(live?.CreateTime);

    /// <remarks>Source: checklist X70 (error, oom, killed, exit; cuda, gpu).</remarks>
    [GeneratedRegex(
        @"error|\boom|out of memory|killed|\bexit|cuda|\bgpus?\b|traceback|exception|fatal|no such file|denied|not found",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();
}
