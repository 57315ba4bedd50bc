using System.Text.Json.Nodes;

namespace EasDeploy.Items.Json;

/// <summary>A document with one value the schema must refuse.</summary>
/// <param name="Pointer">Where the value, or its absence, is.</param>
internal sealed record SchemaCase(string Pointer, JsonObject Document);

/// <summary>Breaks every type and every constraint of the field table, each in a document of its own.</summary>
internal static class SchemaCases
{
    // Entries that are read as a whole: the value to break is put into one that is right.
    private static readonly (string Section, string Entry)[] s_whole =
    [
        ("storage", """{ "mount_path": "/data", "oss": { "path": "oss://yqtest-model/folder/" } }"""),
        ("networking.nlb", """{ "id": "default", "listener_port": 9000 }"""),
        ("autoscaler.scaleStrategies", """{ "metricName": "qps", "threshold": 10 }"""),
    ];

    public static IEnumerable<SchemaCase> All() =>
    [
        .. ConfigFields.All.Where(field => !field.Types.HasFlag(JsonTypes.Open)).Select(field => With(field.Path, OfAnotherType(field.Types))),
        .. ConfigConstraints.All.SelectMany(constraint =>
            Against(JsonNode.Parse(constraint.Keywords)!.AsObject()).Select(value => With(constraint.Path, value))),
    ];

    /// <summary>A type the field does not have, whatever it has.</summary>
    private static JsonNode OfAnotherType(JsonTypes types) => types.HasFlag(JsonTypes.Flag) || types.HasFlag(JsonTypes.Text) ? new JsonObject() : JsonValue.Create("yes");

    private static IEnumerable<JsonNode> Against(JsonObject keywords)
    {
        foreach ((string keyword, JsonNode? value) in keywords)
        {
            switch (keyword)
            {
                case "minimum":
                    yield return JsonValue.Create(value!.GetValue<int>() - 1);
                    break;
                case "exclusiveMinimum":
                    yield return value!.DeepClone();
                    break;
                case "maximum":
                    yield return JsonValue.Create(value!.GetValue<int>() + 1);
                    break;
                case "pattern" or "enum":
                    yield return JsonValue.Create("No such word");
                    break;
                case "not":
                    foreach (JsonNode? one in value!["enum"]?.AsArray() ?? [value["const"]!.DeepClone()])
                    {
                        yield return one!.DeepClone();
                    }

                    break;
                case "required":
                    yield return new JsonObject();
                    break;
                case "minItems":
                    yield return new JsonArray();
                    break;
                case "properties":
                    yield return JsonNode.Parse("""{ "spread": { "policy": "No such word" } }""")!;
                    break;
                default:
                    throw new NotSupportedException($"Say how to break '{keyword}'.");
            }
        }
    }

    private static SchemaCase With(string path, JsonNode value)
    {
        JsonObject document = JsonNode.Parse("""
            { "metadata": { "name": "broken_one", "instance": 1 }, "containers": [ { "image": "registry.example.com/team/app:1", "port": 8000, "script": "./serve" } ] }
            """)!.AsObject();
        if (s_whole.FirstOrDefault(whole => path.StartsWith(whole.Section + "[]", StringComparison.Ordinal)) is { Section: { } section, Entry: var entry }
            && !path.EndsWith("[]", StringComparison.Ordinal))
        {
            string[] way = section.Split('.');
            JsonNode entries = new JsonArray(JsonNode.Parse(entry));
            document[way[0]] = way.Length == 1 ? entries : new JsonObject { [way[1]] = entries };
        }

        string pointer = "";
        JsonNode place = document;
        string[] steps = Steps(path);
        for (int i = 0; i < steps.Length - 1; i++)
        {
            place = Enter(place, steps[i], steps[i + 1] == "[]");
            pointer += "/" + (steps[i] == "[]" ? "0" : steps[i]);
        }

        string last = steps[^1];
        if (place is JsonArray list)
        {
            list.Clear();
            list.Add(value);
        }
        else
        {
            place[last] = value;
        }

        return new SchemaCase($"{pointer}/{(last == "[]" ? "0" : last)}", document);
    }

    private static JsonNode Enter(JsonNode place, string step, bool isList)
    {
        JsonNode below = isList ? new JsonArray() : new JsonObject();
        if (place is JsonArray list)
        {
            if (list.Count == 0)
            {
                list.Add(below);
            }

            return list[0]!;
        }

        place[step] ??= below;
        return place[step]!;
    }

    // containers[].env[].name → containers, [], env, [], name
    private static string[] Steps(string path) => path.Contains('"', StringComparison.Ordinal)
        ? [path[..path.IndexOf('.', StringComparison.Ordinal)], path[(path.IndexOf('"', StringComparison.Ordinal) + 1)..^1]]
        : path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.');
}
