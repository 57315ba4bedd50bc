using System.Text.Json;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Eas;

public sealed partial class EasClient
{
    /// <summary>Endpoints through every gateway and load balancer of a service.</summary>
    /// <remarks>Source: openapi.md sections 5.1 and 10: lists per endpoint, not one field.</remarks>
    public async Task<IReadOnlyList<ServiceEndpoint>> DescribeServiceEndpointsAsync(string serviceName, CancellationToken ct)
    {
        using JsonDocument answer = await transport
            .SendAsync(OfService(HttpMethod.Get, "DescribeServiceEndpoints", serviceName, "/endpoints"), ct).ConfigureAwait(false);
        return
        [
            .. answer.RootElement.Items("Endpoints").Select(row => new ServiceEndpoint(
                row.Text("EndpointType") ?? "", row.Texts("InternetEndpoints"), row.Texts("IntranetEndpoints"), row.Count("Port"))),
        ];
    }
}
