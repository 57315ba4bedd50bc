using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Configs;

/// <summary>Section <c>metadata</c>.</summary>
/// <param name="Cpu">Cores per replica; dedicated group only.</param>
/// <param name="Memory">MB per replica; dedicated group only.</param>
/// <remarks>Source: service-config.md section 3.</remarks>
internal sealed record MetadataPart(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("instance")] int Instance,
    [property: JsonPropertyName("workspace_id")] string? WorkspaceId,
    [property: JsonPropertyName("resource")] string? Resource,
    [property: JsonPropertyName("cpu")] int? Cpu,
    [property: JsonPropertyName("memory")] int? Memory,
    [property: JsonPropertyName("gpu")] int? Gpu,
    [property: JsonPropertyName("rolling_strategy")] RollingStrategyPart? RollingStrategy,
    [property: JsonPropertyName("enable_grpc")] bool? EnableGrpc)
{
    public static MetadataPart Of(ResolvedService service)
    {
        string? group = service.ResourceGroup.Value?.Id ?? service.Spec.Resources.ResourceGroup?.Value;
        bool isDedicated = group is not null;
        return new MetadataPart(
            service.Name,
            service.Spec.Resources.Replicas,
            service.WorkspaceId,
            group,
            isDedicated ? service.Spec.Resources.Cpu : null,
            isDedicated ? service.Spec.Resources.Memory : null,
            isDedicated ? service.Spec.Resources.Gpu : null,
            RollingStrategyPart.Of(service.Spec.Features),
            service.Spec.Features.Grpc?.Value);
    }
}

/// <summary>Section <c>metadata.rolling_strategy</c>: only what the author set (C06).</summary>
/// <param name="MaxSurge">A number, or a text such as <c>25%</c>.</param>
internal sealed record RollingStrategyPart(
    [property: JsonPropertyName("max_surge")] JsonNode? MaxSurge,
    [property: JsonPropertyName("max_unavailable")] int? MaxUnavailable)
{
    public static RollingStrategyPart? Of(ServiceFeaturesSpec features) => features is { MaxSurge: null, MaxUnavailable: null }
        ? null
        : new RollingStrategyPart(
            features.MaxSurge is not { } surge ? null : ServiceSpec.ParseNumber(surge.Value) is { } number ? JsonValue.Create(number) : JsonValue.Create(surge.Value),
            features.MaxUnavailable?.Value);
}
