using System.Globalization;
using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    private const int EventPageSize = 100;

    /// <summary>More pages than this are older than anybody asks for.</summary>
    private const int LastEventPage = 20;

    /// <summary>Events of the last seven days, in any order.</summary>
    /// <remarks>Source: openapi.md section 5.1: PageNum and TotalPageNum, order not documented; times are UTC in two spellings.</remarks>
    public async Task<IReadOnlyList<ServiceEvent>> DescribeServiceEventAsync(string serviceName, CancellationToken ct)
    {
        List<ServiceEvent> events = [];
        for (int page = 1; page <= LastEventPage; page++)
        {
            ApiRequest request = OfService(HttpMethod.Get, "DescribeServiceEvent", serviceName, "/events") with
            {
                Query = new ApiQuery { { "PageNum", page }, { "PageSize", EventPageSize } },
            };
            using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
            JsonElement root = answer.RootElement;
            int before = events.Count;
            events.AddRange(root.Items("Events").Select(row => new ServiceEvent(
                row.Text("Type") ?? "", row.Text("Reason") ?? "", row.Text("Message") ?? "", ReadTime(row.Text("Time")))));
            bool isLast = root.Count("TotalPageNum") is { } pages ? page >= pages : events.Count >= (root.Whole("TotalCount") ?? 0);
            if (events.Count == before || isLast)
            {
                break;
            }
        }

        return events;
    }

    /// <remarks>Source: openapi.md section 1, point 11: <c>yyyy-MM-dd HH:mm:ss</c> UTC in events, RFC 3339 elsewhere.</remarks>
    internal static DateTimeOffset? ReadTime(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
        ? time
        : null;
}
