using System.Text.Json.Serialization;
using EasDeploy.Resolution;

namespace EasDeploy.Configs;

/// <summary>Section <c>cloud.computing</c>: one type, or an ordered list.</summary>
/// <remarks>Source: service-config.md section 5.</remarks>
internal sealed record ComputingPart(
    [property: JsonPropertyName("instance_type")] string? InstanceType,
    [property: JsonPropertyName("instances")] IReadOnlyList<InstanceEntry>? Instances)
{
    /// <returns>Null when a resource group serves.</returns>
    public static ComputingPart? Of(ResolvedService service)
    {
        decimal? limit = service.Spec.Resources.SpotPriceLimit?.Value;
        return (service.InstanceTypes, limit) switch
        {
            ([], _) => null,
            ([var only], null) => new ComputingPart(only.Name.Value, null),
            var (several, _) => new ComputingPart(null, [.. several.Select(type => new InstanceEntry(type.Name.Value, limit))]),
        };
    }
}

/// <param name="SpotPriceLimit">USD per hour; present = spot.</param>
internal sealed record InstanceEntry(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("spot_price_limit")] decimal? SpotPriceLimit);
