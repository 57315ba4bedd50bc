using System.Text.Json;
using System.Text.RegularExpressions;

namespace EasDeploy.AliyunStandIn;

/// <summary>The embedded API metadata of the program.</summary>
internal static partial class Operations
{
    private static readonly JsonElement All = Load();

    public static JsonElement Find(string product, string action)
    {
        JsonElement[] found = [.. All.EnumerateArray().Where(operation =>
            string.Equals(operation.GetProperty("product").GetString(), product, StringComparison.OrdinalIgnoreCase)
            && (operation.GetProperty("action").GetString() == action
                || (HasPlugins && Kebab(operation.GetProperty("action").GetString()!) == action)))];
        return found.Length == 1 ? found[0]
            : action.Length > 0 && char.IsLower(action[0])
                ? throw new UsageException(1, $"'{product}' is not a valid built-in product.")
                : throw new UsageException(2, $"'{action}' is not a valid api.");
    }

    /// <returns>The API's own name of a parameter, and <c>path</c> or <c>query</c>.</returns>
    public static (string Name, string Place) Parameter(JsonElement operation, string flag)
    {
        string[] family = flag.Split('.', 2);
        bool isKebab = HasPlugins && char.IsLower(flag[0]);
        string wanted = isKebab && family[0].StartsWith("biz-", StringComparison.Ordinal) ? family[0][4..] : family[0];
        foreach (JsonElement parameter in operation.GetProperty("params").EnumerateArray())
        {
            string name = parameter.GetProperty("name").GetString()!;
            if ((isKebab ? Kebab(name) : name) == wanted)
            {
                return (string.Join('.', [name, .. family[1..]]), parameter.GetProperty("in").GetString()!);
            }
        }

        throw new UsageException(2, $"'--{flag}' is not a valid parameter or flag.");
    }

    /// <summary>True: the kebab form works, as with plugins. The request is still signed the classic way.</summary>
    private static bool HasPlugins => Environment.GetEnvironmentVariable("STANDIN_PLUGINS") is not null;

    private static string Kebab(string name) => WordStart().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();

    private static JsonElement Load()
    {
        using Stream stream = typeof(Operations).Assembly.GetManifestResourceStream("operations.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("operations").Clone();
    }
}
