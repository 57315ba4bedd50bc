namespace EasDeploy.Emulator;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>A whole answer with the fault's status, content type, headers and body.</summary>
    Answer,

    /// <summary>No byte until the client gives up, at most <see cref="Fault.Duration"/>; then the connection is cut.</summary>
    Hang,

    /// <summary>The connection is cut before any byte.</summary>
    Reset,

    /// <summary>Headers and half of the true body, then the connection is cut.</summary>
    ResetMidBody,

    /// <summary>The true answer, its body spread over <see cref="Fault.Duration"/>.</summary>
    SlowBody,

    /// <summary>The true answer with the second half of the body missing, lengths consistent.</summary>
    TruncatedBody,
}

/// <summary>Trouble for the next calls of an operation.</summary>
public sealed record Fault
{
    /// <summary>Operation name such as <c>CreateService</c>, or <c>*</c> for every request outside <c>/_control</c>.</summary>
    public required string Action { get; init; }

    public FaultKind Kind { get; init; }

    /// <summary>HTTP status of an <see cref="FaultKind.Answer"/>.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Body of an <see cref="FaultKind.Answer"/>; null gives the usual error document with <see cref="Code"/>.</summary>
    public string? Body { get; init; }

    /// <summary>Error code of the usual error document.</summary>
    public string Code { get; init; } = "ServiceUnavailable";

    public string ContentType { get; init; } = "application/json;charset=utf-8";

    /// <summary>Response headers, such as <c>x-acs-retry-after</c> (ms).</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How many calls it strikes; 0: all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many matching calls pass before the first strike.</summary>
    public int After { get; init; }

    /// <summary>Chance of a strike per matching call, 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Seed of the chance.</summary>
    public int Seed { get; init; }

    /// <summary>True: the operation is carried out first, then its answer is lost.</summary>
    public bool AfterExecution { get; init; }

    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(2);
}
