using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Operations;

/// <summary>Compares a JSON value with its declared shape.</summary>
internal static class ShapeCheck
{
    /// <param name="place">Dotted path of <paramref name="node"/>, for the message; empty at the root.</param>
    /// <param name="strict">True: a field that is not declared is refused.</param>
    /// <exception cref="ApiException">400 InvalidParameter naming the place.</exception>
    public static void Check(JsonNode? node, TypeShape shape, string place, bool strict)
    {
        if (node is null)
        {
            return;
        }

        if (!Fits(node, shape.Type))
        {
            throw ApiException.InvalidParameter($"The field {place} must be of type {shape.Type}.");
        }

        if (node is JsonArray array && shape.Items is not null)
        {
            for (int i = 0; i < array.Count; i++)
            {
                Check(array[i], shape.Items, $"{place}[{i}]", strict);
            }
        }

        foreach ((string name, JsonNode? value) in node as JsonObject ?? [])
        {
            string inner = place.Length == 0 ? name : $"{place}.{name}";
            if (shape.Values is not null)
            {
                Check(value, shape.Values, inner, strict);
            }
            else if (shape.Properties?.TryGetValue(name, out TypeShape? field) == true)
            {
                Check(value, field, inner, strict);
            }
            else if (strict && shape.Properties is not null)
            {
                throw ApiException.InvalidParameter($"The field {inner} is not known.");
            }
        }
    }

    public static bool IsText(JsonNode node) => node.GetValueKind() == JsonValueKind.String;

    private static bool Fits(JsonNode node, string type) => type switch
    {
        "string" => IsText(node),
        "int32" => node.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue(out int _),
        "int64" => node.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue(out long _),
        "float" => node.GetValueKind() == JsonValueKind.Number,
        "boolean" => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "array" => node is JsonArray,
        "map" or "object" => node is JsonObject,
        _ => true,
    };
}
