using System.Globalization;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    private const int LogPageSize = 500;
    private const int LastLogPage = 100;

    /// <summary>Log lines of a service, in the API's order: every page, or only the last ones.</summary>
    /// <remarks>Source: openapi.md sections 1 (point 11: times without T and Z) and 5.1.</remarks>
    public async Task<IReadOnlyList<string>> DescribeServiceLogAsync(string serviceName, LogQuery query, CancellationToken ct)
    {
        List<string> lines = [];
        int last = query.LastPages is null ? LastLogPage : int.MaxValue;
        for (int page = 1; page <= last; page++)
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
            int pages = answer.RootElement.Count("TotalPageNum") ?? 1;
            if (more.Count == 0 || page >= pages)
            {
                break;
            }

            // Only the first answer tells how many pages there are.
            if (page == 1 && query.LastPages is { } wanted && pages > wanted)
            {
                lines.Clear();
                page = pages - wanted;
            }
        }

        return lines;
    }

    private static string? QueryTime(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
