using System.Text.Json.Serialization;
using EasDeploy.Resolution;

namespace EasDeploy.Configs;

/// <summary>Section <c>cloud</c>: where it runs, and the VPC it is reached from.</summary>
/// <remarks>Source: service-config.md section 5.</remarks>
internal sealed record CloudPart(
    [property: JsonPropertyName("computing")] ComputingPart? Computing,
    [property: JsonPropertyName("networking")] CloudNetworkingPart? Networking)
{
    /// <returns>Null when there is nothing to say: an empty section is never written.</returns>
    public static CloudPart? Of(ResolvedService service)
    {
        CloudPart part = new(ComputingPart.Of(service), CloudNetworkingPart.Of(service));
        return part is { Computing: null, Networking: null } ? null : part;
    }
}
