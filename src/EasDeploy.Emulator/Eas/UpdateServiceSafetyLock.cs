using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>PUT …/lock. The lock itself can always be changed.</summary>
internal static class UpdateServiceSafetyLock
{
    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Service();
        string wanted = call.Body!["Lock"]!.GetValue<string>();
        service.SafetyLock = wanted is "all" or "dangerous" or "none"
            ? wanted
            : throw ApiException.InvalidParameter($"Lock must be all, dangerous or none, not {wanted}.");
        return call.Done(service, "locked: " + wanted);
    }
}
