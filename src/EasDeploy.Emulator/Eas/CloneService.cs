using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>POST …/clone: a new service from the document of another one.</summary>
/// <remarks>Source: openapi.md §5.1 for the shape (as CreateService without Region). That the body is merged into the document is assumed.</remarks>
internal static class CloneService
{
    public static JsonObject Answer(ApiCall call)
    {
        JsonObject document = call.Service().Config.Document.DeepClone().AsObject();
        document.Remove("token");
        (document["credential"] as JsonObject)?.Remove("token");
        UpdateService.Merged(document, ConfigAliases.Normalised(call.Body as JsonObject ?? []));
        JsonObject answer = CreateService.Of(document, call);
        answer.Remove("Region");
        return answer;
    }
}
