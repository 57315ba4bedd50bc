using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>DELETE /api/v2/services/{ClusterId}/{ServiceName}.</summary>
internal static class DeleteService
{
    /// <remarks>Source: openapi.md §5.3 (Deleting, then NotFound). A second delete is answered like the first (assumed).</remarks>
    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Writable(dangerous: true);
        if (service.Status != ServiceStatus.Deleting)
        {
            service.Follow(LifeCycles.Deletion(service), call.Cloud.Now);
        }

        return call.Done(service, "deleting");
    }
}
