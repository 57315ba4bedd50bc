using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET /api/v2/services/{ClusterId}/{ServiceName}/events.</summary>
internal static class DescribeServiceEvent
{
    private static readonly TimeSpan Lookback = TimeSpan.FromDays(7);

    /// <remarks>Source: openapi.md §5.1. PageNum and PageSize are strings on the wire.</remarks>
    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Service();
        DateTimeOffset from = QueryTime.Read(call, "StartTime") ?? call.Cloud.Now - Lookback;
        DateTimeOffset to = QueryTime.Read(call, "EndTime") ?? call.Cloud.Now;
        string? type = call.Text("EventType");
        if (type is not (null or "Normal" or "Warning"))
        {
            throw ApiException.InvalidParameter($"EventType must be Normal or Warning, not {type}.");
        }

        ServiceEvent[] rows =
        [
            .. service.Events.Where(e => e.Time >= from && e.Time <= to && (type is null || e.Type == type) && IsOf(e, service, call)),
        ];
        IReadOnlyList<ServiceEvent> page = call.Page(rows, "PageNum");
        long number = call.Number("PageNum") ?? 1;
        long size = call.Number("PageSize") ?? 100;
        return new JsonObject
        {
            ["Events"] = new JsonArray([.. page.Select(View)]),
            ["PageNum"] = number,
            ["TotalPageNum"] = (rows.Length + size - 1) / size,
            ["TotalCount"] = rows.Length,
        };
    }

    private static JsonNode View(ServiceEvent e) => new JsonObject
    {
        ["Type"] = e.Type,
        ["Reason"] = e.Reason,
        ["Message"] = e.Message,
        ["Time"] = QueryTime.Write(e.Time),
        ["Resource"] = e.Resource,
    };

    /// <summary>An instance has the events of all pods: which one is not kept.</summary>
    private static bool IsOf(ServiceEvent e, EasService service, ApiCall call) => call.Text("InstanceName") is not { Length: > 0 } instance
        || (e.Resource == "Pod" && InstanceView.All(service, call.Cloud).Any(i => i["InstanceName"]!.GetValue<string>() == instance));
}
