using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;

namespace EasDeploy.Aliyun.Eas;

/// <summary>A resource group with the network it is linked to.</summary>
/// <param name="VpcId">Null when the group is linked to no VPC.</param>
public sealed record ResourceDetail(ResourceGroup Group, string? VpcId, string? VSwitchId, string? SecurityGroupId);

public sealed partial class EasClient
{
    /// <summary>One resource group.</summary>
    /// <remarks>Source: openapi.md section 5.1: ExtraData is a JSON text here and an object in the list.</remarks>
    public async Task<ResourceDetail> DescribeResourceAsync(string resourceId, CancellationToken ct)
    {
        ApiRequest request = GetOne("DescribeResource", "/resources", "ResourceId", resourceId);
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        JsonElement resource = answer.RootElement;
        ResourceGroup group = ToResourceGroup(resource) ?? throw ApiAnswer.Lacks(request, "ResourceId");
        using JsonDocument? extra = ApiAnswer.ParseObject(System.Text.Encoding.UTF8.GetBytes(
            resource.Field("ExtraData").ValueKind == JsonValueKind.Object ? resource.Field("ExtraData").GetRawText() : resource.Text("ExtraData") ?? ""));
        JsonElement network = extra?.RootElement ?? default;
        return new ResourceDetail(group, network.Text("vpc_id"), network.Text("vswitch_id"), network.Text("security_group_id"));
    }
}
