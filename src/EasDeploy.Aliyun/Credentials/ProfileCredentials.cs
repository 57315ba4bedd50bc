using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>A profile of the CLI's configuration file.</summary>
/// <remarks>Source: openapi.md section 9.2.</remarks>
internal static class ProfileCredentials
{
    /// <param name="wanted">Profile named by the author; null = ALIBABA_CLOUD_PROFILE, then the current one.</param>
    /// <exception cref="CloudException">EAS7011: the file is broken, the named profile is missing, or it lacks what its mode needs.</exception>
    public static CredentialSource? Find(
        string? wanted, CredentialPlaces places, List<string> lookedAt, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (wanted is null && places.IsTrue("ALIBABA_CLOUD_CLI_PROFILE_DISABLED"))
        {
            lookedAt.Add($"{places.ConfigFile}: switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED");
            return null;
        }

        CliConfigFile? file = CliConfigFile.Read(places);
        if (file is null)
        {
            return wanted is null
                ? Nothing(lookedAt, $"{places.ConfigFile}: no such file")
                : throw Unusable(places.ConfigFile, $"there is no such file, so profile '{wanted}' is unknown", $"Run 'aliyun configure --profile {wanted}'.");
        }

        string? name = wanted ?? places.Variable("ALIBABA_CLOUD_PROFILE") ?? file.Current;
        if (name is null || !file.Profiles.TryGetValue(name, out JsonElement profile))
        {
            string known = file.Profiles.Count == 0 ? "it has none" : $"it has {string.Join(", ", file.Profiles.Keys.Order(StringComparer.Ordinal))}";
            return wanted is null
                ? Nothing(lookedAt, $"{file.Path}: {(name is null ? "no current profile" : $"no profile '{name}'")} ({known})")
                : throw Unusable(file.Path, $"it has no profile '{wanted}' ({known})", $"Run 'aliyun configure --profile {wanted}', or correct EasProfile.");
        }

        if (CliConfigFile.IsOpenToOthers(file.Path))
        {
            findings.Add(CloudDiagnostics.CredentialsReadable.At(SourceLocation.None, file.Path));
        }

        string mode = profile.Text("mode") is { Length: > 0 } written ? written : "AK";
        string origin = $"profile '{name}' (mode {mode}) of {file.Path}";
        string[] needed = mode switch
        {
            "AK" => ["access_key_id", "access_key_secret"],
            "StsToken" => ["access_key_id", "access_key_secret", "sts_token"],
            _ => throw Unusable(file.Path, $"profile '{name}' has mode {mode}, which is not supported", "Use a profile of mode AK or StsToken."),
        };
        string[] lacking = [.. needed.Where(field => string.IsNullOrWhiteSpace(profile.Text(field)))];
        if (lacking.Length == needed.Length && wanted is null)
        {
            // 'aliyun' writes an empty default profile on its first start.
            return Nothing(lookedAt, $"{file.Path}: profile '{name}' is empty");
        }

        return lacking.Length > 0
            ? throw Unusable(file.Path, $"profile '{name}' (mode {mode}) lacks {string.Join(", ", lacking)}", $"Run 'aliyun configure --profile {name}'.")
            : new StaticCredentials(origin, new AccessKey(
                profile.Text("access_key_id")!, new(profile.Text("access_key_secret")), new(mode == "StsToken" ? profile.Text("sts_token") : null)));
    }

    private static CredentialSource? Nothing(List<string> lookedAt, string line)
    {
        lookedAt.Add(line);
        return null;
    }

    private static CloudException Unusable(string file, string wrong, string repair) =>
        CloudException.Of(CloudDiagnostics.CredentialsUnusable, null, file, wrong, repair);
}
