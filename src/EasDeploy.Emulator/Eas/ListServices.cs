using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET /api/v2/services: the caller's own services, newest first.</summary>
internal static class ListServices
{
    /// <summary>Filters that compare a field of the listed service with the value sent.</summary>
    private static readonly (string Parameter, string Field)[] Equal =
    [
        ("ServiceName", "ServiceName"), ("ServiceUid", "ServiceUid"), ("ServiceStatus", "Status"), ("WorkspaceId", "WorkspaceId"),
        ("Gateway", "Gateway"), ("ResourceId", "Resource"), ("CallerUid", "CallerUid"), ("TrafficState", "TrafficState"),
        ("Role", "Role"), ("QuotaId", "QuotaId"), ("GroupName", "ServiceGroup"), ("ParentServiceUid", "ParentServiceUid"),
        ("ResourceAliasName", "ResourceAlias"), ("AutoscalerEnabled", "AutoscalerEnabled"), ("CronscalerEnabled", "CronscalerEnabled"),
    ];

    public static JsonObject Answer(ApiCall call)
    {
        bool ascending = call.Text("Order") switch
        {
            "asc" => true,
            "desc" => false,
            string other => throw ApiException.InvalidParameter($"Order must be asc or desc, not {other}."),
            null => false,
        };
        EasService[] own = [.. call.Cloud.Services.Where(Filter(call))];
        IEnumerable<EasService> sorted = ascending ? own.OrderBy(s => s.CreateTime) : own.OrderByDescending(s => s.CreateTime);
        EasService[] rows = [.. sorted];
        return new JsonObject
        {
            ["Services"] = new JsonArray([.. call.Page(rows).Select(s => ServiceView.Of(s, call.Cloud))]),
            ["PageNumber"] = call.Number("PageNumber"),
            ["PageSize"] = call.Number("PageSize"),
            ["TotalCount"] = rows.Length,
        };
    }

    /// <summary>The filters of one call, read once: a list may hold thousands of services.</summary>
    private static Func<EasService, bool> Filter(ApiCall call)
    {
        (string Field, string Wanted)[] equal = [.. Equal.Select(e => (e.Field, Wanted: call.Text(e.Parameter)))
            .Where(e => e.Wanted is not null).Select(e => (e.Field, e.Wanted!))];
        IReadOnlyDictionary<string, string?> labels = call.Map("Label");
        string? part = call.Text("Filter");
        string? type = call.Text("ServiceType");
        bool everyWorkspace = call.Flag("IncludeNoWorkspace") != false;
        return service => service.OwnerUid == call.Account.Uid
            && (part is null || service.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
            && (everyWorkspace || service.WorkspaceId is not null)
            && (type is null || type == (service.Config.Text("metadata", "type") ?? "Standard"))
            && labels.All(l => service.Labels.TryGetValue(l.Key, out string? value) && (l.Value is null || l.Value == value))
            && (equal.Length == 0 || HasFields(ServiceView.Of(service, call.Cloud), equal));
    }

    private static bool HasFields(JsonObject view, (string Field, string Wanted)[] equal) =>
        equal.All(e => string.Equals(view[e.Field]?.ToString() ?? "", e.Wanted, StringComparison.OrdinalIgnoreCase));
}
