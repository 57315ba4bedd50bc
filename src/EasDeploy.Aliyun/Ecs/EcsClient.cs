using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Ecs;

/// <summary>Operations of ECS 2014-05-26, one file each.</summary>
/// <remarks>Source: openapi.md section 7.</remarks>
public sealed partial class EcsClient(IAliyunTransport transport, string region)
{
    private static ApiRequest Call(string action, ApiQuery query) => new()
    {
        Product = ApiProduct.Ecs,
        Action = action,
        Method = HttpMethod.Post,
        Query = query,
    };
}
