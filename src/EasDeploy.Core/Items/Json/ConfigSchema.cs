using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Items.Json;

/// <summary>The JSON schema of <c>eas_service.json</c>, draft 2020-12, for editors and foreign validators.</summary>
/// <remarks>
/// It refuses only what is an error of a rule (types, ranges, words, known mistakes), never an unknown name: the cloud grows faster than our table.
/// Why it is not written by JsonSchemaExporter: ADR 6.
/// </remarks>
public static class ConfigSchema
{
    private static readonly JsonSerializerOptions s_layout = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly (JsonTypes Type, string Word)[] s_words =
    [
        (JsonTypes.Text, "string"), (JsonTypes.WholeNumber, "integer"), (JsonTypes.Number, "number"),
        (JsonTypes.Flag, "boolean"), (JsonTypes.Section, "object"), (JsonTypes.List, "array"),
    ];

    /// <returns>Indented JSON with LF and a final newline: the same bytes on every machine.</returns>
    public static string Text()
    {
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "PAI-EAS service",
            ["description"] = "Body of CreateService, as EasDeploy.Build writes and checks it.",
            ["type"] = "object",
            ["required"] = new JsonArray("containers"),
            ["properties"] = Properties(""),
        };
        return schema.ToJsonString(s_layout) + "\n";
    }

    private static JsonObject Properties(string section)
    {
        JsonObject properties = [];
        foreach (string name in ConfigFields.NamesIn(section))
        {
            string path = ConfigFields.Child(section, name);
            properties[name] = Field(path, ConfigFields.Find(path)!.Types);
        }

        foreach ((string name, string _) in MisplacedFields.In(section))
        {
            properties[name] = false;
        }

        return properties;
    }

    private static JsonObject Field(string path, JsonTypes types)
    {
        JsonObject schema = [];
        if (ConfigConstraints.HelpOf(path) is { } help)
        {
            schema["description"] = help;
        }

        JsonNode?[] words = [.. s_words.Where(one => types.HasFlag(one.Type)).Select(one => (JsonNode?)one.Word)];
        if (words.Length > 0)
        {
            schema["type"] = words.Length == 1 ? words[0] : new JsonArray(words);
        }

        if (types.HasFlag(JsonTypes.Section))
        {
            schema["properties"] = Properties(path);
        }

        if (types.HasFlag(JsonTypes.List) && ConfigFields.Find(path + "[]") is { } entry)
        {
            schema["items"] = Field(entry.Path, entry.Types);
        }

        foreach ((string keyword, JsonNode? value) in ConfigConstraints.KeywordsOf(path) is { } text ? JsonNode.Parse(text)!.AsObject() : [])
        {
            schema[keyword] = value?.DeepClone();
        }

        return schema;
    }
}
