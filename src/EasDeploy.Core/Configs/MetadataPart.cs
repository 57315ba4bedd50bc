using System.Text.Json.Serialization;
using EasDeploy.Resolution;

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
    [property: JsonPropertyName("gpu")] int? Gpu)
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
            isDedicated ? service.Spec.Resources.Gpu : null);
    }
}
