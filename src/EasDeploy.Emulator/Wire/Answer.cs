using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.Wire;

/// <summary>What goes back over the wire.</summary>
internal sealed record Answer(int Status, string ContentType, byte[] Body)
{
    public const string Json = "application/json;charset=utf-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Content-Length of an answer to HEAD; null: that of <see cref="Body"/>.</summary>
    public long? DeclaredLength { get; init; }

    /// <returns>A 200 with <c>RequestId</c> in the body.</returns>
    public static Answer Success(JsonObject body, string requestId)
    {
        body["RequestId"] = requestId;
        return new Answer(200, Json, Bytes(body));
    }

    /// <returns>The error body of the gateway. Source: openapi.md §4.1.</returns>
    public static Answer Error(ApiException error, string requestId, string host) => new(error.Status, Json, Bytes(new JsonObject
    {
        ["RequestId"] = requestId,
        ["HostId"] = host,
        ["Code"] = error.Code,
        ["Message"] = error.Message,
        ["Recommend"] = $"emulator: see docs/reference/emulator.md for {error.Code}",
    }))
    {
        Headers = error.Headers,
    };

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        foreach ((string name, string value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = DeclaredLength ?? Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }

    private static byte[] Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, JsonBody.Readable);
}
