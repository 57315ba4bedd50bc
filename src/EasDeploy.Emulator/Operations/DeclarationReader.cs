using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.Operations;

/// <summary>Reads Seeds/operations.json.</summary>
internal static class DeclarationReader
{
    private const string SchemaPrefix = "#/schemas/";

    public static IReadOnlyList<OperationDeclaration> Read(JsonObject document)
    {
        JsonObject schemas = document["schemas"]!.AsObject();
        return [.. document["operations"]!.AsArray().Select(o => Operation(o!.AsObject(), document["products"]!, schemas))];
    }

    private static OperationDeclaration Operation(JsonObject node, JsonNode products, JsonObject schemas)
    {
        string product = Text(node, "product");
        return new OperationDeclaration(
            product,
            products[product]!["version"]!.GetValue<string>(),
            Text(node, "action"),
            Text(node, "style"),
            Text(node, "method"),
            Text(node, "path"),
            node["auth"]?.GetValue<string>() == "Anonymous",
            [.. node["params"]!.AsArray().Select(p => Parameter(p!.AsObject(), schemas))],
            node["response"] is JsonObject response ? Shape(response, schemas) : null);
    }

    private static OperationParameter Parameter(JsonObject node, JsonObject schemas) => new(
        Text(node, "name"),
        Text(node, "in"),
        Shape(node, schemas),
        node["required"]?.GetValue<bool>() == true,
        node["default"] is JsonValue value ? value.ToString() : null,
        node["wire"]?.GetValue<string>());

    private static TypeShape Shape(JsonObject node, JsonObject schemas)
    {
        if (node["$ref"]?.GetValue<string>() is string reference)
        {
            return Shape(schemas[reference[SchemaPrefix.Length..]]!.AsObject(), schemas);
        }

        return new TypeShape(
            Text(node, "type"),
            node["items"] is JsonObject items ? Shape(items, schemas) : null,
            node["values"] is JsonObject values ? Shape(values, schemas) : null,
            node["properties"] is JsonObject fields ? fields.ToDictionary(f => f.Key, f => Shape(f.Value!.AsObject(), schemas)) : null);
    }

    private static string Text(JsonObject node, string name) => node[name]!.GetValue<string>();
}
