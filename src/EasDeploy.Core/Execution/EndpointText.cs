namespace EasDeploy.Execution;

/// <summary>How an endpoint is shown to people.</summary>
public static class EndpointText
{
    /// <summary>Source: design rulings K27, S6.5.</summary>
    public const string None = "(none for this network type)";

    public static string Of(string? endpoint) => string.IsNullOrWhiteSpace(endpoint) ? None : endpoint;
}
