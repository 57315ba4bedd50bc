using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET /api/v2/public/instance_types. Not paged; InstanceTypes is deprecated and passed over.</summary>
/// <remarks>Source: openapi.md §5.1, catalog.md.</remarks>
internal static class DescribeMachineSpec
{
    public static JsonObject Answer(ApiCall call)
    {
        OneOf(call, "ResourceType", "Public", "Dedicated");
        OneOf(call, "ChargeType", "PostPaid", "PrePaid");
        return new JsonObject
        {
            ["InstanceMetas"] = new JsonArray([.. call.Cloud.Catalog.InstanceTypes.Select(t => t.DeepClone())]),
            ["Types"] = call.Cloud.Catalog.SpecTypes.DeepClone(),
        };
    }

    private static void OneOf(ApiCall call, string name, params string[] allowed)
    {
        if (call.Text(name) is string value && !allowed.Contains(value))
        {
            throw ApiException.InvalidParameter($"{name} must be one of {string.Join(", ", allowed)}, not {value}.");
        }
    }
}
