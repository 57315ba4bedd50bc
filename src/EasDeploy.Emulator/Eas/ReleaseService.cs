using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>PUT …/release: traffic state and canary weight, kept and shown. No traffic is divided here.</summary>
/// <remarks>Source: openapi.md §5.1 (standalone or grouping, weight -1 to 1000). That one of the two is needed is assumed.</remarks>
internal static class ReleaseService
{
    private const int Least = -1;
    private const int Most = 1000;

    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Writable();
        string? state = ServiceConfig.TextOf(call.Body?["TrafficState"]);
        long? weight = ServiceConfig.NumberOf(call.Body?["Weight"]);
        if (state is null && weight is null)
        {
            throw ApiException.Missing("TrafficState");
        }

        if (state is not (null or "standalone" or "grouping"))
        {
            throw ApiException.InvalidParameter($"TrafficState must be standalone or grouping, not {state}.");
        }

        if (weight is < Least or > Most)
        {
            throw ApiException.InvalidParameter($"Weight must be {Least} to {Most}, not {weight}.");
        }

        service.TrafficState = state ?? service.TrafficState;
        service.Weight = (int)(weight ?? service.Weight);
        return call.Done(service, "released");
    }
}
