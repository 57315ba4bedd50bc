using System.Text.Json.Nodes;

namespace EasDeploy.Plans;

/// <summary>Keeps secrets of a service document out of what is shown.</summary>
/// <param name="secretVariables">Variables whose value the author gave by reference.</param>
/// <remarks>Source: service-config.md R1043 (secret fields); a variable is also taken for one when its name says so.</remarks>
internal sealed class SecretMask(IReadOnlySet<string> secretVariables)
{
    public const string Shown = "***";

    private static readonly string[] s_fields = ["token", "dockerAuth", "password", "decryption_key"];
    private static readonly string[] s_words = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "KEY", "CREDENTIAL", "AUTH"];

    /// <summary>A copy of a value as it may be shown.</summary>
    /// <param name="name">Name of the member it stands in.</param>
    /// <param name="owner">The section around it.</param>
    public JsonNode? Of(JsonNode? value, string name, JsonObject? owner)
    {
        if (s_fields.Contains(name, StringComparer.Ordinal) || (name == "value" && IsSecret(owner?["name"])))
        {
            return value is null ? null : JsonValue.Create(Shown);
        }

        return value switch
        {
            JsonObject section => new JsonObject(section.Select(member => KeyValuePair.Create(member.Key, Of(member.Value, member.Key, section)))),
            JsonArray list => new JsonArray([.. list.Select(entry => Of(entry, "", null))]),
            _ => value?.DeepClone(),
        };
    }

    private bool IsSecret(JsonNode? variable) => variable is JsonValue text && text.TryGetValue(out string? name)
        && (secretVariables.Contains(name) || s_words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
