using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Eas;

/// <summary>Operations of EAS 2021-07-01, one file each.</summary>
/// <param name="region">ClusterId of the paths is the region id.</param>
/// <param name="clock">Dates the first request of a creation and paces the looks after a lost answer.</param>
/// <remarks>Source: openapi.md section 5.</remarks>
public sealed partial class EasClient(IAliyunTransport transport, string region, TimeProvider clock)
{
    private const string Root = "/api/v2";

    private ApiRequest OfService(HttpMethod method, string action, string serviceName, string rest = "") => new()
    {
        Product = ApiProduct.Eas,
        Action = action,
        Method = method,
        Path = Root + "/services" + ApiRequest.PathOf(region, serviceName) + rest,
        PathParameters = new ApiQuery { { "ClusterId", region }, { "ServiceName", serviceName } },
        ServiceName = serviceName,
    };

    private static ApiRequest Get(string action, string path, ApiQuery query) => new()
    {
        Product = ApiProduct.Eas,
        Action = action,
        Path = Root + path,
        Query = query,
    };

    /// <param name="idName">Name of the path parameter, for example <c>GatewayId</c>.</param>
    private ApiRequest GetOne(string action, string collection, string idName, string id, string rest = "") => new()
    {
        Product = ApiProduct.Eas,
        Action = action,
        Path = Root + collection + ApiRequest.PathOf(region, id) + rest,
        PathParameters = new ApiQuery { { "ClusterId", region }, { idName, id } },
    };

    /// <summary>Sends a call whose answer says nothing but that it was accepted.</summary>
    private async Task RunAsync(ApiRequest request, CancellationToken ct)
    {
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
    }
}
