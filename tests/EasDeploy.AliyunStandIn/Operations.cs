using System.Text.Json;

namespace EasDeploy.AliyunStandIn;

/// <summary>The embedded API metadata of the program.</summary>
internal static class Operations
{
    private static readonly JsonElement All = Load();

    public static JsonElement Find(string product, string action)
    {
        JsonElement[] found = [.. All.EnumerateArray().Where(operation =>
            string.Equals(operation.GetProperty("product").GetString(), product, StringComparison.OrdinalIgnoreCase)
            && operation.GetProperty("action").GetString() == action)];
        return found.Length == 1 ? found[0]
            : action.Length > 0 && char.IsLower(action[0])
                ? throw new UsageException(1, $"'{product}' is not a valid built-in product.")
                : throw new UsageException(2, $"'{action}' is not a valid api.");
    }

    /// <returns><c>path</c> or <c>query</c>.</returns>
    public static string PlaceOf(JsonElement operation, string name)
    {
        string family = name.Split('.')[0];
        foreach (JsonElement parameter in operation.GetProperty("params").EnumerateArray())
        {
            if (parameter.GetProperty("name").GetString() == family)
            {
                return parameter.GetProperty("in").GetString()!;
            }
        }

        throw new UsageException(2, $"'--{name}' is not a valid parameter or flag.");
    }

    private static JsonElement Load()
    {
        using Stream stream = typeof(Operations).Assembly.GetManifestResourceStream("operations.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("operations").Clone();
    }
}
