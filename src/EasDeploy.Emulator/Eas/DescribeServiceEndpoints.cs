using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET /api/v2/services/{ClusterId}/{ServiceName}/endpoints.</summary>
internal static class DescribeServiceEndpoints
{
    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Service();
        return new JsonObject
        {
            ["AccessToken"] = service.AccessToken,
            ["Message"] = "",
            ["Endpoints"] = ServiceEndpoints.All(service, call.Cloud),
        };
    }
}
