using System.Globalization;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Eas;

/// <summary>Which log lines of a service are wanted.</summary>
/// <param name="Keyword">One word the lines hold; together with a time range the API silently loses lines.</param>
/// <param name="InstanceName">Null = every instance.</param>
/// <param name="Previous">True: of the container's run before its last restart.</param>
public sealed record LogQuery(
    DateTimeOffset? StartTime = null, DateTimeOffset? EndTime = null, string? Keyword = null, string? InstanceName = null, bool Previous = false);

public sealed partial class EasClient
{
    private const int LogPageSize = 500;
    private const int LastLogPage = 100;

    /// <summary>Log lines of a service, in the API's order, every page.</summary>
    /// <remarks>Source: openapi.md sections 1 (point 11: times without T and Z) and 5.1.</remarks>
    public async Task<IReadOnlyList<string>> DescribeServiceLogAsync(string serviceName, LogQuery query, CancellationToken ct)
    {
        List<string> lines = [];
        for (int page = 1; page <= LastLogPage; page++)
        {
            ApiRequest request = OfService(HttpMethod.Get, "DescribeServiceLog", serviceName, "/logs") with
            {
                Query = new ApiQuery
                {
                    { "StartTime", QueryTime(query.StartTime) },
                    { "EndTime", QueryTime(query.EndTime) },
                    { "Keyword", query.Keyword },
                    { "InstanceName", query.InstanceName },
                    { "Previous", query.Previous ? "true" : null },
                    { "PageNum", page },
                    { "PageSize", LogPageSize },
                },
            };
            using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
            IReadOnlyList<string> more = answer.RootElement.Texts("Logs");
            lines.AddRange(more);
            if (more.Count == 0 || page >= (answer.RootElement.Count("TotalPageNum") ?? 1))
            {
                break;
            }
        }

        return lines;
    }

    private static string? QueryTime(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
