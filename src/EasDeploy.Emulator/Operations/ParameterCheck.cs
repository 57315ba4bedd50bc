using System.Globalization;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Operations;

/// <summary>Refuses what an operation does not declare: unknown names, wrong types, missing values.</summary>
internal static class ParameterCheck
{
    /// <summary>Common parameters that every product takes and that change nothing here.</summary>
    /// <remarks>Source: openapi.md §3.2 (Format=json from newer clients), §9.3 (RPC commons). RegionId joins them for RPC: older SDKs always send it.</remarks>
    private static readonly HashSet<string> Commons = new(StringComparer.Ordinal)
    {
        "AccessKeyId", "Action", "Format", "SecurityToken", "Signature", "SignatureMethod", "SignatureNonce", "SignatureType",
        "SignatureVersion", "Timestamp", "Version", "BearerToken",
    };

    /// <returns>Declared query values by name, checked.</returns>
    /// <exception cref="ApiException">400 InvalidParameter or MissingParameter.{name}.</exception>
    public static Dictionary<string, string> Query(
        OperationDeclaration operation, IReadOnlyList<(string Key, string Value)> sent, bool strict)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, string value) in sent)
        {
            OperationParameter? parameter = operation.In("query").FirstOrDefault(p => p.Name == key || IsItemOf(p, key));
            if (parameter is null)
            {
                if (strict && !Commons.Contains(key) && !(key == "RegionId" && operation.Style == "RPC"))
                {
                    throw ApiException.InvalidParameter($"{operation.Action} has no query parameter {key}.");
                }

                continue;
            }

            CheckText(parameter, value);
            if (!values.TryAdd(key, value) && strict)
            {
                throw ApiException.InvalidParameter($"The parameter {key} was sent twice.");
            }
        }

        foreach (OperationParameter parameter in operation.In("query").Where(p => p.Required && !values.ContainsKey(p.Name)))
        {
            throw ApiException.Missing(parameter.Name);
        }

        return values;
    }

    /// <summary>Checks a JSON body, field by field where the fields are declared.</summary>
    /// <returns>The parsed body, or null when none was sent and none is required.</returns>
    public static JsonNode? Body(OperationDeclaration operation, byte[] bytes, bool strict)
    {
        OperationParameter[] declared = [.. operation.In("body")];
        if (bytes.Length == 0)
        {
            return declared.FirstOrDefault(p => p.Required) is OperationParameter missing ? throw ApiException.Missing(missing.Name) : null;
        }

        if (declared.Length == 0)
        {
            return strict ? throw ApiException.InvalidParameter($"{operation.Action} takes no request body.") : null;
        }

        JsonObject body = JsonBody.Parse(bytes);
        if (declared is [{ IsWholeBody: true }])
        {
            return body;
        }

        var shape = new TypeShape("object", Properties: declared.ToDictionary(p => p.Name, p => p.Shape));
        ShapeCheck.Check(body, shape, "", strict);
        foreach (OperationParameter parameter in declared.Where(p => p.Required && body[p.Name] is null))
        {
            throw ApiException.Missing(parameter.Name);
        }

        return body;
    }

    /// <summary>True for <c>Name.1</c> and <c>Name.1.Key</c> of a flattened list.</summary>
    private static bool IsItemOf(OperationParameter parameter, string key)
    {
        string[] parts = key.Split('.');
        return parameter.Wire == "repeat-list" && parts[0] == parameter.Name && parts.Length is 2 or 3
            && parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index > 0
            && (parts.Length == 2 ? parameter.Shape.Items?.Properties is null : parameter.Shape.Items?.Properties?.ContainsKey(parts[2]) == true);
    }

    private static void CheckText(OperationParameter parameter, string value)
    {
        bool fits = parameter.Shape.Type switch
        {
            "int32" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "int64" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "float" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "boolean" => value is "true" or "false" or "True" or "False",
            "map" => JsonBody.TryParse(value) is JsonObject map && map.All(p => p.Value is null || ShapeCheck.IsText(p.Value)),
            "array" when parameter.Wire == "json-string" => JsonBody.TryParse(value) is JsonArray,
            _ => true,
        };
        if (!fits)
        {
            throw ApiException.InvalidParameter(
                $"The parameter {parameter.Name} must be of type {parameter.Shape.Type}{(parameter.Wire == "json-string" ? ", sent as one JSON text" : "")}.");
        }
    }
}
