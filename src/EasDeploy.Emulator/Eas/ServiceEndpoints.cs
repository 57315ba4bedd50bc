using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>Where a service can be called. Every address is the emulator's own, so that a printed one works.</summary>
internal static class ServiceEndpoints
{
    /// <returns>The two endpoints of DescribeService; null where the network of the service has none.</returns>
    public static (string? Internet, string? Intranet) Primary(EasService service, CloudState cloud)
    {
        string address = ServiceView.Endpoint(service, cloud);
        bool internet = !service.Config.InternetDisabled && GatewayHasInternet(service, cloud);
        return (internet ? address : null, address);
    }

    /// <summary>The list of DescribeServiceEndpoints.</summary>
    /// <remarks>Source: openapi.md §5.1 (EndpointType, BackendId, PathType, Port for Nlb only).</remarks>
    public static JsonArray All(EasService service, CloudState cloud)
    {
        string address = ServiceView.Endpoint(service, cloud);
        (string? internet, string? intranet) = Primary(service, cloud);
        string? gateway = service.Config.Gateway;
        var list = new JsonArray(Entry(gateway is null ? "DefaultGateway" : "PrivateGateway", gateway ?? "default", internet, intranet));
        foreach (JsonObject nlb in service.Config.LoadBalancers)
        {
            bool open = ServiceConfig.TextOf(nlb["net_type"] ?? nlb["netType"]) == "internet";
            JsonObject entry = Entry("Nlb", ServiceConfig.TextOf(nlb["id"]) ?? "default", open ? address : null, open ? null : address);
            entry["Port"] = ServiceConfig.NumberOf(nlb["listener_port"] ?? nlb["listenerPort"]) ?? 0;
            list.Add(entry);
        }

        return list;
    }

    private static JsonObject Entry(string type, string backend, string? internet, string? intranet) => new()
    {
        ["EndpointType"] = type,
        ["BackendId"] = backend,
        ["PathType"] = "Service",
        ["InternetEndpoints"] = internet is null ? [] : new JsonArray(internet),
        ["IntranetEndpoints"] = intranet is null ? [] : new JsonArray(intranet),
    };

    private static bool GatewayHasInternet(EasService service, CloudState cloud) =>
        Gateway(service, cloud)?["InternetEnabled"]?.GetValue<bool>() ?? true;

    private static JsonObject? Gateway(EasService service, CloudState cloud) =>
        cloud.Catalog.Gateways.FirstOrDefault(g => g["GatewayId"]!.GetValue<string>() == service.Config.Gateway);
}
