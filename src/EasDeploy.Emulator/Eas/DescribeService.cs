using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET /api/v2/services/{ClusterId}/{ServiceName}.</summary>
internal static class DescribeService
{
    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Service();
        JsonObject view = ServiceView.Of(service, call.Cloud);
        (string? internet, string? intranet) = ServiceEndpoints.Primary(service, call.Cloud);
        view["InternetEndpoint"] = internet ?? "";
        view["IntranetEndpoint"] = intranet ?? "";
        view["AccessToken"] = service.AccessToken;
        service.Describes++;
        return view;
    }
}
