using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Eas;

/// <summary>The four operations on a scaler of a service: it is created once, replaced, shown and deleted. Nothing scales by itself here.</summary>
/// <param name="Code">Middle of the error codes, such as <c>AutoScaler</c>.</param>
/// <param name="Noun">The same in messages.</param>
/// <param name="Kept">Body the service has; null: none.</param>
/// <param name="Check">Throws for a body that is refused.</param>
/// <param name="Shown">Answer of Describe for a service and its body.</param>
/// <remarks>Source: openapi.md §5.1. Codes for present (409) and absent (404) are assumed.</remarks>
internal sealed record ScalerOperations(
    string Code, string Noun, Func<EasService, JsonObject?> Kept, Action<EasService, JsonObject?> Keep, Action<JsonObject> Check,
    Func<EasService, JsonObject, JsonObject> Shown)
{
    public JsonObject Create(ApiCall call)
    {
        EasService service = call.Writable();
        return Kept(service) is null
            ? Set(call, service)
            : throw new ApiException(409, $"Invalid{Code}.AlreadyExists", $"Service {service.Name} has a {Noun} already.");
    }

    public JsonObject Update(ApiCall call)
    {
        EasService service = call.Writable();
        Existing(service);
        return Set(call, service);
    }

    public JsonObject Delete(ApiCall call)
    {
        EasService service = call.Writable();
        Existing(service);
        Keep(service, null);
        return call.Done(service, $"without {Noun}");
    }

    public JsonObject Describe(ApiCall call)
    {
        EasService service = call.Service();
        return Shown(service, Existing(service));
    }

    private JsonObject Existing(EasService service) =>
        Kept(service) ?? throw new ApiException(404, $"Invalid{Code}.NotFound", $"Service {service.Name} has no {Noun}.");

    private JsonObject Set(ApiCall call, EasService service)
    {
        JsonObject body = call.Body!.AsObject();
        Check(body);
        Keep(service, body.DeepClone().AsObject());
        return call.Done(service, $"with {Noun}");
    }
}
