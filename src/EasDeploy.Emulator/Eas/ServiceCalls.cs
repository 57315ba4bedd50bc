using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>What every call on <c>/{ClusterId}/{ServiceName}</c> needs.</summary>
internal static class ServiceCalls
{
    /// <exception cref="ApiException">Unknown name, foreign service, or another region's ClusterId.</exception>
    public static EasService Service(this ApiCall call) =>
        call.Cloud.Owned(call.Required("ClusterId"), call.Required("ServiceName"), call.Account.Uid);

    /// <summary>The service, when its safety lock lets the write pass.</summary>
    /// <param name="dangerous">True for delete and stop, which the lock <c>dangerous</c> holds back too.</param>
    /// <exception cref="ApiException">403 Forbidden.SafetyLock. Source: openapi.md §5.1; status and code assumed.</exception>
    public static EasService Writable(this ApiCall call, bool dangerous = false)
    {
        EasService service = call.Service();
        return service.SafetyLock == "all" || (dangerous && service.SafetyLock == "dangerous")
            ? throw new ApiException(403, "Forbidden.SafetyLock", $"Service {service.Name} is locked ({service.SafetyLock}).")
            : service;
    }

    /// <exception cref="ApiException">409 when the service is not in one of the statuses. Assumed: not published.</exception>
    public static void Demand(EasService service, string wish, params ServiceStatus[] statuses)
    {
        if (!statuses.Contains(service.Status))
        {
            throw new ApiException(409, "InvalidService.StatusConflict", $"Service {service.Name} is {service.Status}: it cannot be {wish} now.");
        }
    }

    /// <returns>The usual answer of a write.</returns>
    public static JsonObject Done(this ApiCall call, EasService service, string what) =>
        new() { ["Message"] = $"Service [{service.Name}] in region [{call.Cloud.Region}] is {what}" };
}
