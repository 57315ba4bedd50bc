using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports;

/// <summary>Checks the shape of an answer before anybody believes it.</summary>
internal static class ApiAnswer
{
    /// <returns>Null when the bytes are not one JSON object. The content type is not asked: gateways get it wrong.</returns>
    public static JsonDocument? ParseObject(ReadOnlyMemory<byte> body)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }
        }
        catch (JsonException)
        {
            // Falls through: the caller shows what came.
        }

        document?.Dispose();
        return null;
    }

    /// <summary>The answer lacks a field without which it means nothing.</summary>
    public static CloudException Lacks(ApiRequest request, string field)
    {
        CloudException text = CloudException.Of(
            CloudDiagnostics.NotJson, null, request.Product.Id, request.Action, $"a JSON object without '{field}'");
        return new CloudException(text.Descriptor, text.Message)
        {
            Action = request.Action,
            HttpStatus = 200,
            MayHaveBeenExecuted = !request.IsRead,
        };
    }
}
