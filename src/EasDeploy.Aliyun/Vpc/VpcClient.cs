using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Vpc;

/// <summary>Operations of VPC 2016-04-28, one file each.</summary>
/// <remarks>Source: openapi.md section 7.</remarks>
public sealed partial class VpcClient(IAliyunTransport transport, string region)
{
    private static ApiRequest Call(string action, ApiQuery query) => new()
    {
        Product = ApiProduct.Vpc,
        Action = action,
        Method = HttpMethod.Post,
        Query = query,
    };
}
