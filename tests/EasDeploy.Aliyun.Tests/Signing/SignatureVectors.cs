using System.Text.Json;

namespace EasDeploy.Aliyun.Tests.Signing;

/// <summary>Published and independently computed signatures.</summary>
/// <remarks>Source: openapi.md section 3.3 and 8.1.</remarks>
internal static class SignatureVectors
{
    private static readonly JsonElement All = Load();

    public static JsonElement Of(string id) => All.EnumerateArray().Single(vector => vector.GetProperty("id").GetString() == id);

    public static string Text(this JsonElement vector, string name) => vector.GetProperty(name).GetString()!;

    public static KeyValuePair<string, string>[] Pairs(this JsonElement vector, string name) =>
        [.. vector.GetProperty(name).EnumerateObject().Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value.ToString()))];

    private static JsonElement Load()
    {
        using Stream stream = typeof(SignatureVectors).Assembly.GetManifestResourceStream("signature-vectors.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
