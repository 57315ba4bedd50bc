using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>Picks a profile of the CLI's configuration file.</summary>
/// <remarks>Source: openapi.md sections 9.1 and 9.2.</remarks>
internal static class ProfileCredentials
{
    /// <param name="wanted">Profile named by the author; null = ALIBABA_CLOUD_PROFILE, then the current one.</param>
    /// <exception cref="CloudException">EAS7011: the file is broken, the named profile is missing, or it lacks what its mode needs.</exception>
    public static CredentialSource? Find(
        string? wanted, CredentialPlaces places, List<string> lookedAt, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (wanted is null && places.IsTrue("ALIBABA_CLOUD_CLI_PROFILE_DISABLED"))
        {
            return Nothing(lookedAt, $"{places.ConfigFile}: switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED");
        }

        CliConfigFile? file = CliConfigFile.Read(places);
        if (file is null)
        {
            return wanted is null
                ? Nothing(lookedAt, $"{places.ConfigFile}: no such file")
                : throw KeyDocument.Unusable(
                    places.ConfigFile, $"there is no such file, so profile '{wanted}' is unknown", $"Run 'aliyun configure --profile {wanted}'.");
        }

        string? name = wanted ?? places.Variable("ALIBABA_CLOUD_PROFILE") ?? file.Current;
        if (name is null || !file.Profiles.TryGetValue(name, out JsonElement profile))
        {
            string known = file.Profiles.Count == 0 ? "it has none" : $"it has {string.Join(", ", file.Profiles.Keys.Order(StringComparer.Ordinal))}";
            return wanted is null
                ? Nothing(lookedAt, $"{file.Path}: {(name is null ? "no current profile" : $"no profile '{name}'")} ({known})")
                : throw KeyDocument.Unusable(
                    file.Path, $"it has no profile '{wanted}' ({known})", $"Run 'aliyun configure --profile {wanted}', or correct EasProfile.");
        }

        if (CliConfigFile.IsOpenToOthers(file.Path))
        {
            findings.Add(CloudDiagnostics.CredentialsReadable.At(SourceLocation.None, file.Path));
        }

        if (wanted is null && ProfileMode.IsEmpty(profile))
        {
            // 'aliyun' writes an empty default profile on its first start.
            return Nothing(lookedAt, $"{file.Path}: profile '{name}' is empty");
        }

        return ProfileMode.ToSource(name, file, places, []);
    }

    private static CredentialSource? Nothing(List<string> lookedAt, string line)
    {
        lookedAt.Add(line);
        return null;
    }
}
