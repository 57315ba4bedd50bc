using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Nlb;

/// <summary>Operations of NLB 2022-04-30, one file each.</summary>
/// <remarks>Source: openapi.md section 7.</remarks>
public sealed partial class NlbClient(IAliyunTransport transport, string region)
{
    private static ApiRequest Call(string action, ApiQuery query) => new()
    {
        Product = ApiProduct.Nlb,
        Action = action,
        Method = HttpMethod.Post,
        Query = query,
    };
}
