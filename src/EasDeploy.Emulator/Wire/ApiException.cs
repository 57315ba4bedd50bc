namespace EasDeploy.Emulator.Wire;

/// <summary>A "no" of the control plane: HTTP status, code and message as the client will read them.</summary>
internal sealed class ApiException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Response headers beside the usual ones, such as <c>x-acs-retry-after</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>400 <c>InvalidParameter</c>.</summary>
    public static ApiException InvalidParameter(string message) => new(400, "InvalidParameter", message);

    /// <summary>400 <c>MissingParameter.{name}</c>.</summary>
    /// <remarks>Source: openapi.md §4.2 (ECS MissingParameter.RegionId).</remarks>
    public static ApiException Missing(string name) =>
        new(400, $"MissingParameter.{name}", $"The parameter {name} is mandatory for this action.");
}
