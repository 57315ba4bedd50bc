using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.AIWorkSpace;

/// <summary>The Order and SortBy parameters of AIWorkSpace lists.</summary>
/// <remarks>Source: openapi.md §6 (ASC is the default everywhere: oldest first).</remarks>
internal static class SortOrder
{
    public static bool IsDescending(ApiCall call) => call.Text("Order") switch
    {
        null or "ASC" => false,
        "DESC" => true,
        string other => throw ApiException.InvalidParameter($"Order must be ASC or DESC, not {other}."),
    };

    /// <returns>The field to sort by, one of <paramref name="allowed"/>; the first when none was sent.</returns>
    public static string Field(ApiCall call, params string[] allowed)
    {
        string field = call.Text("SortBy") ?? allowed[0];
        return allowed.Contains(field)
            ? field
            : throw ApiException.InvalidParameter($"SortBy must be one of {string.Join(", ", allowed)}, not {field}.");
    }
}
