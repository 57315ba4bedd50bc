using System.Text;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <param name="serviceName">Name inside the body, for messages.</param>
    /// <param name="body">The service JSON, sent byte for byte.</param>
    /// <remarks>Source: deployment workflow, step 6.3; openapi.md section 5.1: Labels is one JSON text in the query.</remarks>
    public async Task<CreatedService> CreateServiceAsync(
        string serviceName, ReadOnlyMemory<byte> body, string? workspaceId, IReadOnlyDictionary<string, string> labels, CancellationToken ct)
    {
        ApiRequest request = new()
        {
            Product = ApiProduct.Eas,
            Action = "CreateService",
            Method = HttpMethod.Post,
            Path = Root + "/services",
            Query = new ApiQuery
            {
                { "WorkspaceId", string.IsNullOrEmpty(workspaceId) ? null : workspaceId },
                { "Labels", labels.Count == 0 ? null : JsonMap(labels) },
            },
            Body = body,
            Timeout = ApiRequest.WriteTimeout,
            ServiceName = serviceName,
        };
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        JsonElement created = answer.RootElement;
        return new CreatedService(created.Text("ServiceName") ?? serviceName, created.Text("ServiceId"), created.Text("Status"));
    }

    private static string JsonMap(IReadOnlyDictionary<string, string> map)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            foreach ((string key, string value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
