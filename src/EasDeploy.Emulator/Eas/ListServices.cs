using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET /api/v2/services: the caller's own services, newest first.</summary>
internal static class ListServices
{
    /// <summary>Filters that compare what a service has with the value sent; what this emulator does not know is empty.</summary>
    private static readonly (string Parameter, Func<EasService, string?> Has)[] Equal =
    [
        ("ServiceName", s => s.Name), ("ServiceUid", s => s.Id), ("ServiceStatus", s => s.Status.ToString()), ("WorkspaceId", s => s.WorkspaceId),
        ("Gateway", s => s.Config.Gateway), ("ResourceId", s => s.Config.ResourceId), ("CallerUid", s => s.OwnerUid),
        ("TrafficState", ServiceView.TrafficState), ("Role", _ => ""), ("QuotaId", s => s.Config.QuotaId),
        ("GroupName", _ => ""), ("ParentServiceUid", _ => ""), ("ResourceAliasName", _ => ""),
        ("AutoscalerEnabled", s => s.AutoScaler is null ? "false" : "true"), ("CronscalerEnabled", s => s.CronScaler is null ? "false" : "true"),
        ("ServiceType", s => s.Config.Text("metadata", "type") ?? "Standard"), ("ResourceType", ServiceView.ResourceType),
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
        IEnumerable<EasService> own = call.Cloud.Services.Where(Filter(call));
        IEnumerable<EasService> sorted = call.Text("Sort") switch
        {
            null or "" or "CreateTime" => own,
            "UpdateTime" => own.OrderBy(s => s.UpdateTime),
            "ServiceName" => own.OrderBy(s => s.Name, StringComparer.Ordinal),
            string other => throw ApiException.InvalidParameter($"Sort must be CreateTime, UpdateTime or ServiceName, not {other}."),
        };
        EasService[] rows = [.. sorted];
        if (!ascending)
        {
            Array.Reverse(rows);
        }

        return new JsonObject
        {
            ["Services"] = new JsonArray([.. call.Page(rows).Select(s => ServiceView.Of(s, call.Cloud))]),
            ["PageNumber"] = call.Number("PageNumber"),
            ["PageSize"] = call.Number("PageSize"),
            ["TotalCount"] = rows.Length,
        };
    }

    /// <summary>The filters of one call, read once and without waste: a list may hold thousands of services.</summary>
    private static Func<EasService, bool> Filter(ApiCall call)
    {
        (Func<EasService, string?> Has, string Wanted)[] equal = [.. Equal.Select(e => (e.Has, Wanted: call.Text(e.Parameter)))
            .Where(e => e.Wanted is not null).Select(e => (e.Has, e.Wanted!))];
        KeyValuePair<string, string?>[] labels = [.. call.Map("Label")];
        string? part = call.Text("Filter");
        bool everyWorkspace = call.Flag("IncludeNoWorkspace") != false;
        return service =>
        {
            if (service.OwnerUid != call.Account.Uid || (part is not null && !service.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
                || !(everyWorkspace || service.WorkspaceId is not null))
            {
                return false;
            }

            foreach ((string key, string? wanted) in labels)
            {
                if (!service.Labels.TryGetValue(key, out string? value) || (wanted is not null && wanted != value))
                {
                    return false;
                }
            }

            foreach ((Func<EasService, string?> has, string wanted) in equal)
            {
                if (!string.Equals(has(service) ?? "", wanted, StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }

            return true;
        };
    }
}
