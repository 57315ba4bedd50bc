using System.Globalization;

namespace EasDeploy.Bench;

/// <summary>Service documents to check.</summary>
internal static class Documents
{
    /// <summary>What people write with jq: name, image and port.</summary>
    public const string JqCheck =
        """(.metadata.name | test("^[a-z0-9_]{3,63}$")) and (.containers | length > 0) and all(.containers[]; .image != null and (.port == null or (.port > 0 and .port < 65536)))""";

    private const int EveryBroken = 10;

    /// <param name="hasBroken">Every tenth is no JSON, or has a wrong name or port.</param>
    /// <returns>Full paths.</returns>
    public static string[] Write(string folder, int count, bool hasBroken)
    {
        Directory.CreateDirectory(folder);
        return [.. Enumerable.Range(0, count).Select(number => WriteOne(folder, number, isBroken: hasBroken && number % EveryBroken == 0))];
    }

    /// <summary>How many of them have an error.</summary>
    public static int Broken(int count) => (count + EveryBroken - 1) / EveryBroken;

    private static string WriteOne(string folder, int number, bool isBroken)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"service_{number:00000}");
        string text = $$"""
            {
              "metadata": { "name": "{{(isBroken && number % 3 == 1 ? "Wrong-Name" : name)}}", "instance": 1, "workspace_id": "312319" },
              "containers": [{ "image": "vllm:0.14.0-gpu", "port": {{(isBroken && number % 3 == 2 ? "99999" : "8000")}}, "script": "vllm serve /model_dir --port 8000" }],
              "storage": [{ "mount_path": "/model_dir", "oss": { "path": "oss://models/Qwen3.5-0.8B/", "readOnly": true } }],
              "cloud": { "computing": { "instance_type": "ecs.gn7i-c16g1.4xlarge" } }
            {{(isBroken && number % 3 == 0 ? "" : "}")}}
            """;
        string file = Path.Combine(folder, name + ".json");
        File.WriteAllText(file, text);
        return file;
    }
}
