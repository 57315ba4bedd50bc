using System.Text.Json;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>The timed scaling rules of a service, with the state of each job.</summary>
    /// <remarks>Source: openapi.md section 5.1.</remarks>
    public async Task<CronScaler> DescribeServiceCronScalerAsync(string serviceName, CancellationToken ct)
    {
        using JsonDocument answer = await transport
            .SendAsync(OfService(HttpMethod.Get, "DescribeServiceCronScaler", serviceName, "/cronscaler"), ct).ConfigureAwait(false);
        return new CronScaler(
            [
                .. answer.RootElement.Items("ScaleJobs").Select(row => new ScaleJob(
                    row.Text("Name") ?? "", row.Text("Schedule") ?? "", row.Count("TargetSize") ?? 0, row.Text("TimeZone"), row.Text("State"))),
            ],
            [.. answer.RootElement.Texts("ExcludeDates")]);
    }
}
