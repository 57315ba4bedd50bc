using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.Wire;

/// <summary>JSON in request bodies and in query values.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Writes characters beyond ASCII as themselves, as the API does.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ApiException">400 InvalidParameter when the text is not one JSON object without duplicate keys.</exception>
    public static JsonObject Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: Strict) as JsonObject
                ?? throw ApiException.InvalidParameter("The request body must be one JSON object.");
        }
        catch (JsonException error)
        {
            throw ApiException.InvalidParameter($"The request body is not valid JSON: {error.Message}");
        }
    }

    /// <returns>Null when <paramref name="text"/> is not JSON.</returns>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
