using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Catalogs;
using EasDeploy.Testing;

namespace EasDeploy;

/// <summary>The emulator's whole catalog, read from its seed files with this test's own few lines.</summary>
internal static class SeedCatalog
{
    private const string Folder = "src/EasDeploy.Emulator/Seeds";

    public static ImmutableArray<InstanceType> InstanceTypes { get; } =
    [
        .. Read("machine-specs.json", "InstanceMetas").Select(row => new InstanceType(
            Text(row, "InstanceType"),
            Number(row, "CPU"),
            Number(row, "Memory"),
            Text(row, "GPU"),
            Number(row, "GPUAmount"),
            Number(row, "GPUMemory"),
            row.GetProperty("IsAvailable").GetBoolean(),
            Text(row, "StockStatus"))),
    ];

    public static ImmutableArray<CatalogImage> Images { get; } =
    [
        .. Read("images.json", "Images").Select(row => new CatalogImage(
            Text(row, "ImageId"),
            Text(row, "Name"),
            Text(row, "ImageUri"),
            [.. row.GetProperty("Labels").EnumerateArray().Select(label => new ImageLabel(Text(label, "Key"), Text(label, "Value")))])),
    ];

    public static Catalog Queried { get; } = TestCatalog.Queried with { Images = Images, InstanceTypes = InstanceTypes };

    private static List<JsonElement> Read(string file, string property)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, Folder, file)));
        return [.. json.RootElement.GetProperty(property).Clone().EnumerateArray()];
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";

    private static int Number(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : 0;
}
