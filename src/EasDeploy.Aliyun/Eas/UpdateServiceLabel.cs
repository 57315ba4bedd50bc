using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Adds labels or gives them new values; others stay.</summary>
    /// <remarks>Source: openapi.md sections 1 (point 8: written as a map, read as a list) and 5.1.</remarks>
    public Task UpdateServiceLabelAsync(string serviceName, IReadOnlyDictionary<string, string> labels, CancellationToken ct) => RunAsync(
        OfService(HttpMethod.Put, "UpdateServiceLabel", serviceName, "/label") with
        {
            Body = JsonText.Object(json =>
            {
                json.WriteStartObject("Labels");
                JsonText.WriteMembers(json, labels);
                json.WriteEndObject();
            }),
        },
        ct);
}
