using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>How one service is, and whose it is.</summary>
/// <param name="Live">Null = it does not exist, or could not be read: then the finding says why.</param>
/// <param name="DeployedBy">Who is deploying it right now; null = nobody.</param>
/// <param name="UnfinishedSince">Begin of a deployment that did not come to its end on this machine; null = none.</param>
public sealed record ServiceReading(
    string ServiceName, LiveService? Live, string? Project, string? DeployedBy, DateTimeOffset? UnfinishedSince, Diagnostic? Finding);

/// <summary>Reads the state of services; changes nothing.</summary>
public sealed class ServicesStatus(IControlPlane controlPlane, DeploymentSurroundings surroundings)
{
    /// <summary>One reading per service, in the order given.</summary>
    public Task<ImmutableArray<ServiceReading>> RunAsync(IReadOnlyList<ServiceSpec> services, CancellationToken ct) =>
        SideBySide.RunAsync(services, surroundings.MaxParallel, spec => ReadAsync(spec, ct));

    /// <summary>A reading as people see it.</summary>
    public string Text(ServiceReading reading)
    {
        LiveService? live = reading.Live;
        List<string> lines =
        [
            $"Service Name: {reading.ServiceName}",
            $"Status: {live?.Status ?? (reading.Finding is null ? "(does not exist)" : "(could not be read)")}",
        ];
        if (live is not null)
        {
            lines.Add($"Version: {live.CurrentVersion?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}");
            lines.Add($"InternetEndpoint: {EndpointText.Of(live.InternetEndpoint, live.Status)}");
            lines.Add($"IntranetEndpoint: {EndpointText.Of(live.IntranetEndpoint, live.Status)}");
            lines.Add($"Deployed by project: {reading.Project ?? "(unknown)"}");
        }

        if (reading.DeployedBy is { } who)
        {
            lines.Add($"Being deployed by: {who}");
        }

        if (reading.UnfinishedSince is { } since)
        {
            lines.Add($"Unfinished deployment since {since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}: '{surroundings.Next.Resume}' goes on with it, '{surroundings.Next.RollBack}' undoes it.");
        }

        return string.Join('\n', lines);
    }

    private async Task<ServiceReading> ReadAsync(ServiceSpec spec, CancellationToken ct)
    {
        DeploymentJournal? journal = DeploymentJournal.Parse(surroundings.State.Read(StateFile.Journal, spec.Name));
        DateTimeOffset? since = journal is { IsClosed: false } ? journal.StartedAt : null;
        try
        {
            LiveService? live = await controlPlane.DescribeServiceAsync(spec.Name, ct).ConfigureAwait(false);
            ServiceLease? lease = ServiceLease.Of(live) is { } read && read.Holds(surroundings.Clock.GetUtcNow()) ? read : null;
            return new ServiceReading(
                spec.Name, live, ServiceLabels.ProjectOf(live),
                lease is null ? null : $"{lease.Holder} since {lease.Since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}", since, null);
        }
        catch (CloudException exception)
        {
            return new ServiceReading(spec.Name, null, null, null, since, exception.ToDiagnostic(spec.Location));
        }
    }
}
