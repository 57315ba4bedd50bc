using System.Text.Json.Serialization;
using EasDeploy.Resolution;

namespace EasDeploy.Configs;

/// <summary>Section <c>cloud</c>: one type, or an ordered list.</summary>
/// <remarks>Source: service-config.md section 5.</remarks>
internal sealed record CloudPart([property: JsonPropertyName("computing")] ComputingPart Computing)
{
    /// <returns>Null when a resource group serves.</returns>
    public static CloudPart? Of(ResolvedService service) => service.InstanceTypes switch
    {
        [] => null,
        [var only] => new CloudPart(new ComputingPart(only.Name.Value, null)),
        var several => new CloudPart(new ComputingPart(null, [.. several.Select(type => new InstanceEntry(type.Name.Value))])),
    };
}

internal sealed record ComputingPart(
    [property: JsonPropertyName("instance_type")] string? InstanceType,
    [property: JsonPropertyName("instances")] IReadOnlyList<InstanceEntry>? Instances);

internal sealed record InstanceEntry([property: JsonPropertyName("type")] string Type);
