using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>What the service thinks is wrong with it; empty when nothing is.</summary>
    /// <remarks>Source: openapi.md section 5.1; the list is called DiagnosisList, not DiagnosisItems (section 10).</remarks>
    public async Task<ImmutableArray<ServiceDiagnosis>> DescribeServiceDiagnosisAsync(string serviceName, CancellationToken ct)
    {
        using JsonDocument answer = await transport
            .SendAsync(OfService(HttpMethod.Get, "DescribeServiceDiagnosis", serviceName, "/diagnosis"), ct).ConfigureAwait(false);
        return
        [
            .. answer.RootElement.Items("DiagnosisList").Select(row => new ServiceDiagnosis(
                row.Text("Error") ?? "", row.Texts("Causes"), row.Texts("Advices"))),
        ];
    }
}
