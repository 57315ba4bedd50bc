using System.Collections.Immutable;

namespace EasDeploy.Execution;

/// <summary>What a sign of trouble means while a service starts.</summary>
public enum ReasonClass
{
    /// <summary>Normal during a start, or it passes by itself: the wait goes on.</summary>
    Transient,

    /// <summary>Decides when it comes again or lasts.</summary>
    Suspicious,

    /// <summary>The start cannot succeed any more: seen once, it decides.</summary>
    Terminal,
}

/// <summary>A known cause of trouble: how to recognise it, whether it decides, what to do.</summary>
/// <param name="ErrorType">Name as the workflow's table and Kubernetes write it.</param>
/// <param name="Signs">Words in a reason or a message that point to this row; any one is enough, case ignored.</param>
public sealed record FailureReason(string ErrorType, ReasonClass Class, string Cause, string Solution, ImmutableArray<string> Signs)
{
    /// <summary>Another row, when one is hit too, is nearer to the cause.</summary>
    public bool IsSymptom { get; init; }

    /// <summary>Suspicious: sightings that decide; null = the number does not decide.</summary>
    public int? Times { get; init; }

    /// <summary>Suspicious: how long after the first sighting it decides; null = time does not decide.</summary>
    public TimeSpan? Lasting { get; init; }

    /// <summary>Reasons of later Normal events that take the suspicion away.</summary>
    public ImmutableArray<string> ClearedBy { get; init; } = [];

    /// <summary>Of a service with several instance types each has to fail: the next one may be free.</summary>
    public bool IsPerInstanceType { get; init; }

    public bool IsSeenIn(string text) => Signs.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
