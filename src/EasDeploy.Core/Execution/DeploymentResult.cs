using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Execution;

/// <summary>How a deployment ended.</summary>
public enum DeploymentOutcome
{
    /// <summary>The service is Running.</summary>
    Running,

    /// <summary>CreateService was accepted and nobody waited (<c>EasWait=false</c>).</summary>
    Accepted,

    /// <summary>The service ended as Failed, or in another state it cannot leave by itself.</summary>
    Failed,

    /// <summary>The service is not Failed yet, but an event, an instance or a container shows that it cannot start any more.</summary>
    FailedEarly,

    /// <summary>The service is Running and does not answer as <c>EasVerify</c> asks for.</summary>
    NotVerified,

    /// <summary>Created, and not known to run: the limit of the wait was reached, or the status could no longer be read.</summary>
    TimedOut,

    /// <summary>The wait was cancelled; the deployment itself was not.</summary>
    Cancelled,

    /// <summary>The service is gone, as it was asked for.</summary>
    Deleted,

    /// <summary>Nothing was created: a rule, a policy or the cloud said no.</summary>
    NotDeployed,
}

/// <summary>What happened to one service.</summary>
/// <param name="Status">Last status seen; null = never asked.</param>
/// <param name="InternetEndpoint">From DescribeService; null or empty = none.</param>
/// <param name="Diagnostics">Findings and the cloud's refusals, in order.</param>
/// <param name="Events">Newest first, at most three; only when it failed or the limit was reached.</param>
/// <param name="Seconds">Whole seconds from the first call to the end.</param>
public sealed record DeploymentResult(
    string ServiceName,
    DeploymentOutcome Outcome,
    string? Status,
    string? InternetEndpoint,
    string? IntranetEndpoint,
    ImageFamily Family,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<ServiceEvent> Events,
    int Seconds)
{
    /// <summary>UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>Why it does not run; null = it runs, or nothing could be asked.</summary>
    public Diagnosis? Diagnosis { get; init; }

    /// <summary>The known cause that explains a failure best; null = none.</summary>
    public FailureReason? Reason { get; init; }

    /// <summary>What a caller writes as <c>model</c>; empty = not known.</summary>
    public string ModelName { get; init; } = "";

    public bool IsSuccess => Outcome is DeploymentOutcome.Running or DeploymentOutcome.Accepted or DeploymentOutcome.Deleted;
}
