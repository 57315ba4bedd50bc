using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.AIWorkSpace;

/// <summary>Operations of AIWorkSpace 2021-02-04, one file each.</summary>
public sealed partial class AIWorkSpaceClient(IAliyunTransport transport)
{
    private static ApiRequest Get(string action, string path, ApiQuery query) => new()
    {
        Product = ApiProduct.AIWorkSpace,
        Action = action,
        Path = path,
        Query = query,
    };
}
