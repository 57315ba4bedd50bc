using System.Text.Json;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>The CLI's <c>~/.aliyun/config.json</c>: a list of profiles and the name of the current one.</summary>
/// <param name="Current">Profile used when none is named.</param>
/// <param name="Profiles">Profiles by name, as written.</param>
/// <remarks>Source: openapi.md section 9.2.</remarks>
internal sealed record CliConfigFile(string Path, string? Current, IReadOnlyDictionary<string, JsonElement> Profiles)
{
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="CloudException">EAS7011: the file cannot be read or is no JSON. Its content is never quoted.</exception>
    public static CliConfigFile? Read(CredentialPlaces places)
    {
        string path = places.ConfigFile;
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using JsonDocument document = JsonDocument.Parse(
                File.ReadAllText(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            JsonElement root = document.RootElement.Clone();
            Dictionary<string, JsonElement> profiles = new(StringComparer.Ordinal);
            foreach (JsonElement profile in root.Items("profiles"))
            {
                profiles.TryAdd(profile.Text("name") ?? "", profile);
            }

            return new CliConfigFile(path, NotBlank(root.Text("current")), profiles);
        }
        catch (JsonException broken)
        {
            // The exception itself is not passed on: its text could repeat a piece of the file.
            throw CloudException.Of(
                CloudDiagnostics.CredentialsUnusable, null, path, $"it is no JSON (line {broken.LineNumber + 1})",
                "Run 'aliyun configure' to write it anew.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CloudException.Of(
                CloudDiagnostics.CredentialsUnusable, null, path, "it cannot be read", "Give your user the right to read it.");
        }
    }

    /// <summary>True when the file gives rights to the group or to everybody.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != 0;

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
