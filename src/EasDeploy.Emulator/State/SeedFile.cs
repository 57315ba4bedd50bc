using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.State;

/// <summary>The embedded seed data: the body of one API answer per file.</summary>
internal static class SeedFile
{
    public const string Region = "cn-hangzhou";

    /// <returns>The file with cn-hangzhou replaced by <paramref name="region"/>; ids stay.</returns>
    /// <remarks>Source: catalog.md, "Other regions: replace cn-hangzhou in URIs, zones, domains; keep ids" (our choice).</remarks>
    public static JsonObject Read(string name, string region = Region)
    {
        using Stream stream = typeof(SeedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"emulator: seed file {name} is missing");
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd();
        return JsonNode.Parse(region == Region ? text : text.Replace(Region, region, StringComparison.Ordinal))!.AsObject();
    }
}
