using System.Text.Json;
using System.Text.Json.Serialization;
using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;

namespace EasDeploy.Build;

/// <summary>The warnings of the last check, so that a build that skips the check still shows them.</summary>
internal static class DiagnosticsCache
{
    /// <summary>No file when there is nothing to replay: a clean project's no-op build then starts no task of ours.</summary>
    public static void Write(string file, IEnumerable<Diagnostic> findings)
    {
        Diagnostic[] kept = [.. findings];
        if (kept.Length == 0)
        {
            File.Delete(file);
            return;
        }

        OutputFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(kept, DiagnosticsCacheContext.Default.DiagnosticArray));
    }

    /// <returns>Empty when there is no file, or none of this version.</returns>
    public static IReadOnlyList<Diagnostic> Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), DiagnosticsCacheContext.Default.DiagnosticArray) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

[JsonSerializable(typeof(Diagnostic[]))]
internal sealed partial class DiagnosticsCacheContext : JsonSerializerContext;
