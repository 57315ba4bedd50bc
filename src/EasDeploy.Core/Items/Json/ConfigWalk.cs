using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Items.Json;

/// <summary>A member or entry of a document.</summary>
/// <param name="Section">Path of the section it stands in, as <see cref="ConfigField.Path"/> spells it.</param>
/// <param name="Name">Name of the member; <c>[]</c> for an entry of a list.</param>
/// <param name="Field">What is known of it; null = nothing.</param>
internal sealed record ConfigMember(string Pointer, string Section, string Name, JsonNode? Node, ConfigField? Field);

/// <summary>Visits a document from top to bottom, as far as its fields are known.</summary>
internal static class ConfigWalk
{
    public static IEnumerable<ConfigMember> Members(ConfigText text) => Below("", "", text.Root);

    /// <summary>Every written value at a place; <c>*</c> is every entry of a list.</summary>
    /// <param name="pattern">JSON pointer, stars allowed, <c>/containers/*/port</c>.</param>
    public static IEnumerable<(string Pointer, JsonNode Node)> Find(ConfigText text, string pattern) => Find(text.Root, "", pattern[1..].Split('/'));

    private static IEnumerable<(string Pointer, JsonNode Node)> Find(JsonNode? node, string pointer, ReadOnlyMemory<string> steps)
    {
        if (node is null)
        {
            return [];
        }

        if (steps.Length == 0)
        {
            return [(pointer, node)];
        }

        string step = steps.Span[0];
        return node switch
        {
            JsonObject members => Find(members[step], $"{pointer}/{ConfigText.Escape(step)}", steps[1..]),
            JsonArray list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int i) =>
                Find(i < list.Count ? list[i] : null, $"{pointer}/{step}", steps[1..]),
            JsonArray list when step == "*" => list.SelectMany((entry, i) => Find(entry, $"{pointer}/{i}", steps[1..])),
            _ => [],
        };
    }

    /// <returns>The text of a value; null when it is none.</returns>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <returns>The number of a value; null when it is none.</returns>
    public static double? Number(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;

    private static IEnumerable<ConfigMember> Below(string pointer, string path, JsonNode section)
    {
        IEnumerable<(string Step, string Name, JsonNode? Node)> steps = section switch
        {
            JsonObject members => members.Select(member => (ConfigText.Escape(member.Key), member.Key, member.Value)),
            JsonArray list => list.Select((entry, i) => (i.ToString(CultureInfo.InvariantCulture), "[]", entry)),
            _ => [],
        };
        foreach ((string step, string name, JsonNode? node) in steps)
        {
            string child = section is JsonArray ? path + "[]" : ConfigFields.Child(path, name);
            ConfigField? field = ConfigFields.Find(child);
            ConfigMember member = new($"{pointer}/{step}", path, name, node, field);
            yield return member;
            // A value of another type has other members: EAS8012 tells of it alone.
            bool isRead = node is JsonObject ? field?.Types.HasFlag(JsonTypes.Section) == true : field?.Types.HasFlag(JsonTypes.List) == true;
            if (node is not null && isRead)
            {
                foreach (ConfigMember inner in Below(member.Pointer, child, node))
                {
                    yield return inner;
                }
            }
        }
    }
}
