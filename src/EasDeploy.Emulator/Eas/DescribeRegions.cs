using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET /api/v2/regions.</summary>
/// <remarks>Source: openapi.md §2, the public regions of the vendor's SDK map. Names are not published: the ids stand in (assumed).</remarks>
internal static class DescribeRegions
{
    private static readonly JsonArray Rows = SeedFile.Read("regions.json")["Regions"]!.AsArray();

    public static JsonObject Answer(ApiCall call) => new() { ["Regions"] = Rows.DeepClone() };
}
