using System.Text.Json;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports.Retries;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports;

/// <summary>Checks the shape of an answer before anybody believes it.</summary>
internal static class ApiAnswer
{
    private const int NoContent = 204;

    /// <param name="key">Its secrets are cut out of whatever the answer repeats.</param>
    public static Attempt<JsonDocument> Interpret(ApiCall call, HttpAnswer answer, string host, AccessKey? key) =>
        answer.Status is >= 200 and < 300 && (answer.Status == NoContent ? JsonDocument.Parse("{}") : ParseObject(answer.Body)) is { } document
            ? new Attempt<JsonDocument>(call, document, null)
            : new Attempt<JsonDocument>(call, null, Failure(call.Request, answer, host, key), answer.RetryAfter, answer.Date);

    /// <summary>What an answer that is not the expected one means.</summary>
    public static CloudException Failure(ApiRequest request, HttpAnswer answer, string host, AccessKey? key)
    {
        ApiError? tooMany = answer.Status == 429 ? new ApiError("", answer.Glimpse(), null, null) : null;
        if (answer.Status >= 300 && (ApiError.Read(answer.Body) ?? tooMany) is { } error)
        {
            return Refusal.ToException(request, answer.Status, error with
            {
                Message = Shown(error.Message),
                RequestId = error.RequestId ?? answer.RequestId,
            });
        }

        CloudException text = CloudException.Of(CloudDiagnostics.NotJson, null, host, request.Action, Shown(answer.Glimpse()));
        return new CloudException(text.Descriptor, text.Message)
        {
            Action = request.Action,
            RequestId = answer.RequestId,
            HttpStatus = answer.Status,
            // 4xx from something in between never reached the API; anything else may have.
            MayHaveBeenExecuted = !request.IsRead && answer.Status is < 400 or >= 500,
        };

        string Shown(string words) => AccessKey.Redact(key?.Redact(words) ?? words, request.Confidential);
    }

    /// <returns>Null when the bytes are not one JSON object; nothing at all is none either: every published answer has a RequestId. The content type is not asked: gateways get it wrong.</returns>
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
