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
        EasService[] own = [.. call.Cloud.Services.Where(s => s.OwnerUid == call.Account.Uid && Matches(s, call))];
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

    private static bool Matches(EasService service, ApiCall call)
    {
        JsonObject? view = null;
        foreach ((string parameter, string field) in Equal)
        {
            if (call.Text(parameter) is string wanted)
            {
                view ??= ServiceView.Of(service, call.Cloud);
                if (!string.Equals(view[field]?.ToString() ?? "", wanted, StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }
        }

        return (call.Text("Filter") is not string part || service.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
            && (call.Flag("IncludeNoWorkspace") != false || service.WorkspaceId is not null)
            && (call.Text("ServiceType") is not string type || type == (service.Config.Text("metadata", "type") ?? "Standard"))
            && call.Map("Label").All(l => service.Labels.TryGetValue(l.Key, out string? value) && (l.Value is null || l.Value == value));
    }
}
