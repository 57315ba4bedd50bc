using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using static EasDeploy.Emulator.Eas.ConfigCheck;

namespace EasDeploy.Emulator.Eas;

/// <summary>Gateway, load balancers and VPC of a service document.</summary>
/// <remarks>Source: service-config.md §5, §7; texts for NLB without VPC: openapi.md §4.3. Gateway checks are assumed.</remarks>
internal static class NetworkCheck
{
    public static void Check(ServiceConfig config, ApiCall call)
    {
        string? vpc = config.Text("cloud", "networking", "vpc_id");
        string? vSwitch = config.Text("cloud", "networking", "vswitch_id");
        string? securityGroup = config.Text("cloud", "networking", "security_group_id");
        Require(config.At("cloud", "networking", "vswitch_id") is null || vSwitch is not null, "cloud.networking.vswitch_id must be one string");
        Require(config.At("networking", "nlb") is null or JsonArray, "networking.nlb must be an array");
        foreach (JsonObject nlb in config.LoadBalancers)
        {
            Require(vpc is not null && vSwitch is not null && securityGroup is not null,
                vSwitch is null ? "vswitch can not be null" : "vpcId, vswId and securityGroupId are required for an NLB");
            long? port = ServiceConfig.NumberOf(nlb["listener_port"] ?? nlb["listenerPort"]);
            Require(port is null or (>= 1 and <= 65535 and not 8080), $"networking.nlb[].listener_port {port} is not allowed");
            Require(ServiceConfig.TextOf(nlb["net_type"] ?? nlb["netType"]) is null or "intranet" or "internet",
                "networking.nlb[].net_type must be intranet or internet");
            string? id = ServiceConfig.TextOf(nlb["id"]);
            Require(id == "default" || call.Cloud.Catalog.LoadBalancers.Any(b => b["LoadBalancerId"]!.GetValue<string>() == id),
                $"load balancer {id} does not exist");
        }

        JsonObject? gateway = call.Cloud.Catalog.Gateways.FirstOrDefault(g => g["GatewayId"]!.GetValue<string>() == config.Gateway);
        Require(config.Gateway is null || gateway is not null, $"gateway {config.Gateway} does not exist");
        Require(gateway is null || gateway["Status"]!.GetValue<string>() == "Running", $"gateway {config.Gateway} is not running");
    }
}
