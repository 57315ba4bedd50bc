using System.Collections.Immutable;

namespace EasDeploy.Execution;

/// <summary>What became of a service after an accepted write.</summary>
/// <param name="Live">The service as last seen; null = not seen since the write.</param>
/// <param name="Events">Newest first, at most three; only when it failed or the limit was reached.</param>
internal sealed record Settlement(DeploymentOutcome Outcome, LiveService? Live, ImmutableArray<ServiceEvent> Events)
{
    /// <summary>Why it does not run; null = it runs, or nothing could be asked.</summary>
    public Diagnosis? Diagnosis { get; init; }

    /// <summary>The known cause that explains the failure best; null = none.</summary>
    public FailureReason? Reason { get; init; }

    /// <summary>Name the server gives its model; null = not asked.</summary>
    public string? ModelName { get; init; }

    public bool IsRunning => Outcome == DeploymentOutcome.Running;

    public static Settlement Of(DeploymentOutcome outcome, LiveService? live) => new(outcome, live, []);
}
