using System.Globalization;

namespace EasDeploy.Execution;

/// <summary>The claim of one deployer on one service: a label with an end.</summary>
/// <remarks>
/// Labels know no compare-and-swap, so two who write in the same moment are told apart by reading again: whoever's text is found has it.
/// Limits: docs/reference/deployment.md. Source: openapi.md section 5.1, UpdateServiceLabel.
/// </remarks>
internal sealed record ServiceLease(DateTimeOffset Until, DateTimeOffset Since, string Run, string Holder)
{
    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Added to the limit of the wait: deletion, rollback, and what a clock may be off.</summary>
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(15);

    /// <summary>One label value, so that it changes as a whole: end, begin, run, holder.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"{Until.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture)}.{Since.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture)}.{Run}.{Holder}");

    public static ServiceLease Of(DeploymentSurroundings surroundings, TimeSpan wait)
    {
        DateTimeOffset now = surroundings.Clock.GetUtcNow();
        return new ServiceLease(now + wait + s_margin, now, surroundings.RunId, ServiceLabels.Clean(surroundings.Holder));
    }

    /// <returns>Null when the service carries none, or one nobody can read.</returns>
    public static ServiceLease? Of(LiveService? live)
    {
        string[] parts = live?.Labels.GetValueOrDefault(ServiceLabels.Lease)?.Split('.', 4) ?? [];
        return parts is [var until, var since, var run, var holder] && Time(until) is { } end && Time(since) is { } begin
            ? new ServiceLease(end, begin, run, holder)
            : null;
    }

    /// <summary>True while it keeps others out.</summary>
    public bool Holds(DateTimeOffset now) => now < Until;

    private static DateTimeOffset? Time(string text) => DateTimeOffset.TryParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
