using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <returns>Null when the name is free in this region.</returns>
    /// <exception cref="CloudException">EAS7110: the name is another account's.</exception>
    /// <remarks>Source: openapi.md section 1, points 3 and 8, and section 4.3. Other <c>.NotFound</c> codes (key, product) are errors.</remarks>
    public async Task<LiveService?> DescribeServiceAsync(string serviceName, CancellationToken ct)
    {
        ApiRequest request = OfService(HttpMethod.Get, "DescribeService", serviceName);
        try
        {
            using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
            return answer.RootElement.Text("Status") is null ? throw ApiAnswer.Lacks(request, "Status") : ToService(answer.RootElement);
        }
        catch (CloudException refusal) when (IsServiceGone(refusal))
        {
            return null;
        }
    }

    private static bool IsServiceGone(CloudException refusal) =>
        string.Equals(refusal.ErrorCode, "InvalidService.NotFound", StringComparison.OrdinalIgnoreCase);
}
