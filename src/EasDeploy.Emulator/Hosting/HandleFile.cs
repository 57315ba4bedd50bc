using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.Hosting;

/// <summary>The file by which others find a running emulator: <c>{"address","pid","version","region"}</c>.</summary>
internal static class HandleFile
{
    /// <summary>Appears whole or not at all.</summary>
    public static void Write(string path, Uri address, string region)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string draft = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(draft, new JsonObject
        {
            ["address"] = address.AbsoluteUri.TrimEnd('/'),
            ["pid"] = Environment.ProcessId,
            ["version"] = EmulatorServer.Version,
            ["region"] = region,
        }.ToJsonString(Wire.JsonBody.Readable) + "\n");
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Removes the file unless another emulator has written its own there.</summary>
    public static void Remove(string path)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path))?["pid"]?.GetValue<int>() == Environment.ProcessId)
            {
                File.Delete(path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            // Somebody else took it away: nothing is left to clean up.
        }
    }
}
