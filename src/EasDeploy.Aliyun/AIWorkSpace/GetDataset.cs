using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.AIWorkSpace;

public sealed partial class AIWorkSpaceClient
{
    /// <summary>One dataset.</summary>
    /// <remarks>Source: openapi.md section 6.</remarks>
    public async Task<Dataset> GetDatasetAsync(string datasetId, CancellationToken ct)
    {
        ApiRequest request = Get("GetDataset", "/api/v1/datasets" + ApiRequest.PathOf(datasetId), []) with
        {
            PathParameters = new ApiQuery { { "DatasetId", datasetId } },
        };
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        return ToDataset(answer.RootElement) ?? throw ApiAnswer.Lacks(request, "DatasetId");
    }
}
