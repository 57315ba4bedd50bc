using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Every public instance type; the list is not paged.</summary>
    /// <remarks>
    /// Source: deployment workflow, step 3.2; openapi.md sections 5.1 and 10: GPU is a model name and absent on CPU types,
    /// GPUAmount is the count and may be absent (0), Memory is GB and may be a fraction.
    /// </remarks>
    public async Task<ImmutableArray<InstanceType>> DescribeMachineSpecAsync(CancellationToken ct)
    {
        ApiRequest request = Get("DescribeMachineSpec", "/public/instance_types", []);
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        if (answer.RootElement.Field("InstanceMetas").ValueKind != JsonValueKind.Array)
        {
            throw ApiAnswer.Lacks(request, "InstanceMetas");
        }

        return
        [
            .. answer.RootElement.Items("InstanceMetas")
                .Where(row => row.Text("InstanceType") is not null)
                .Select(row => new InstanceType(
                    row.Text("InstanceType")!,
                    row.Count("CPU") ?? 0,
                    (double)(row.Number("Memory") ?? 0),
                    row.Text("GPU") ?? "",
                    row.Count("GPUAmount") ?? 0,
                    (double)(row.Number("GPUMemory") ?? 0),
                    row.Flag("IsAvailable") ?? false,
                    row.Text("StockStatus") ?? "")),
        ];
    }
}
