using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Removes labels by key.</summary>
    /// <remarks>Source: openapi.md section 5.1: LabelKeys is one JSON text in the query.</remarks>
    public Task DeleteServiceLabelAsync(string serviceName, IReadOnlyList<string> labelKeys, CancellationToken ct) => RunAsync(
        OfService(HttpMethod.Delete, "DeleteServiceLabel", serviceName, "/label") with
        {
            Query = new ApiQuery { { "LabelKeys", JsonText.List(labelKeys) } },
        },
        ct);
}
