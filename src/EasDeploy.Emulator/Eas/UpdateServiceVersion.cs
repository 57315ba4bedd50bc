using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>PUT …/version: back to an older version.</summary>
/// <remarks>Source: openapi.md §5.1 (0 &lt; Version &lt; current).</remarks>
internal static class UpdateServiceVersion
{
    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Writable();
        int version = call.Body!["Version"]!.GetValue<int>();
        if (version < 1 || version >= service.CurrentVersion)
        {
            throw ApiException.InvalidParameter($"Version must be at least 1 and less than the current version {service.CurrentVersion}.");
        }

        ServiceCalls.Demand(service, "moved to another version", ServiceStatus.Running, ServiceStatus.Failed);
        service.CurrentVersion = version;
        service.Config = service.Versions[version - 1].Config;
        service.Follow(LifeCycles.Update(service, call.Cloud), call.Cloud.Now);
        return call.Done(service, "updating");
    }
}
