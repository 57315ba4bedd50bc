using System.Globalization;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.AIWorkSpace;

/// <summary>GET /api/v1/images/{ImageId}: the row without its id, labels only with Verbose=true, and the extension EasConfig.</summary>
/// <remarks>Source: openapi.md §6, §10; EasConfig: workflow 2.1 (in no published model).</remarks>
internal static class GetImage
{
    public static JsonObject Answer(ApiCall call)
    {
        string id = call.Required("ImageId");
        JsonObject image = call.Cloud.Catalog.Images.FirstOrDefault(i => i["ImageId"]!.GetValue<string>() == id
            && (call.Account.OwnsSeeds || i["Accessibility"]!.GetValue<string>() == "PUBLIC"))
            ?? throw new ApiException(404, "InvalidImage.NotFound", $"Image {id} is not found.");
        JsonObject answer = ImageLabels.Shown(image, call.Flag("Verbose") == true);
        answer.Remove("ImageId");
        var preset = new JsonObject();
        foreach ((string key, string value) in ImageLabels.Of(image))
        {
            if (key == "system.eas.default.script")
            {
                preset["script"] = value;
            }
            else if (key == "system.eas.default.port")
            {
                preset["port"] = int.Parse(value, CultureInfo.InvariantCulture);
            }
        }

        if (preset.Count > 0)
        {
            answer["EasConfig"] = preset;
        }

        return answer;
    }
}
