using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.AIWorkSpace;

/// <summary>GET /api/v1/workspaces/{WorkspaceId} and /api/v1/defaultWorkspaces: one workspace, flat.</summary>
/// <remarks>Source: openapi.md §6 (Owner only when verbose; the default one has Conditions). Here ResourceGroupId starts with a capital.</remarks>
internal static class Workspaces
{
    public static JsonObject Get(ApiCall call)
    {
        string id = call.Required("WorkspaceId");
        return Shown(Own(call).FirstOrDefault(w => w["WorkspaceId"]!.GetValue<string>() == id) ?? throw NotFound(id), call);
    }

    public static JsonObject Default(ApiCall call)
    {
        JsonObject shown = Shown(Own(call).FirstOrDefault(w => w["IsDefault"]!.GetValue<bool>()) ?? throw NotFound("default"), call);
        foreach (string field in (string[])["ExtraInfos", "IsDefault", "AdminNames", "ResourceGroupId"])
        {
            shown.Remove(field);
        }

        shown["Conditions"] = new JsonArray();
        return shown;
    }

    private static IReadOnlyList<JsonObject> Own(ApiCall call) => call.Account.OwnsSeeds ? call.Cloud.Catalog.Workspaces : [];

    private static JsonObject Shown(JsonObject workspace, ApiCall call)
    {
        JsonObject copy = workspace.DeepClone().AsObject();
        copy.Remove("resourceGroupId");
        copy["ResourceGroupId"] = workspace["resourceGroupId"]?.DeepClone();
        if (call.Flag("Verbose") == true)
        {
            copy["Owner"] = new JsonObject { ["UserId"] = call.Account.Uid, ["UserKp"] = call.Account.Uid, ["UserName"] = "emulator", ["DisplayName"] = "emulator" };
        }

        return copy;
    }

    private static ApiException NotFound(string id) => new(404, "InvalidWorkspace.NotFound", $"Workspace {id} is not found.");
}
