namespace EasDeploy.Execution;

/// <summary>How an endpoint is shown to people.</summary>
public static class EndpointText
{
    /// <summary>Source: design rulings K27, S6.5.</summary>
    public const string None = "(none for this network type)";

    /// <summary>Before Running an endpoint that is missing may still come.</summary>
    public const string NoneYet = "(none yet)";

    public static string Of(string? endpoint) => string.IsNullOrWhiteSpace(endpoint) ? None : endpoint;

    /// <param name="status">Status of the service; null = there is none.</param>
    public static string Of(string? endpoint, string? status) => (endpoint, status) switch
    {
        ({ } known, _) when !string.IsNullOrWhiteSpace(known) => known,
        (_, ServiceStatus.Running) => None,
        (_, null or ServiceStatus.Failed or ServiceStatus.Stopped or ServiceStatus.Gone) => "(none)",
        _ => NoneYet,
    };
}
