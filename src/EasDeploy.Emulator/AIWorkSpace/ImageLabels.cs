using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.AIWorkSpace;

/// <summary>The labels of an image row.</summary>
internal static class ImageLabels
{
    public static IEnumerable<(string Key, string Value)> Of(JsonObject image) =>
        image["Labels"]!.AsArray().Select(l => (l!["Key"]!.GetValue<string>(), l["Value"]!.GetValue<string>()));

    /// <returns>A copy of the row, without labels unless <paramref name="verbose"/>.</returns>
    /// <remarks>Source: openapi.md §1.5.</remarks>
    public static JsonObject Shown(JsonObject image, bool verbose)
    {
        JsonObject copy = image.DeepClone().AsObject();
        if (!verbose)
        {
            copy.Remove("Labels");
        }

        return copy;
    }
}
