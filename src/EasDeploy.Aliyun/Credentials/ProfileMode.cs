using System.Text.Json;
using EasDeploy.Aliyun.Eas;
using EasDeploy.Aliyun.Sts;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>Turns a profile into a source of keys, by its mode. What a mode needs and lacks is said by name.</summary>
/// <remarks>Source: openapi.md section 9.2; aliyun-cli.md section 8.2.</remarks>
internal static class ProfileMode
{
    private static readonly string[] Fields =
    [
        "access_key_id", "access_key_secret", "sts_token", "ram_role_arn", "ram_role_name", "source_profile", "process_command",
        "credentials_uri", "oidc_provider_arn", "cloud_sso_sign_in_url", "oauth_refresh_token", "private_key", "bearer_token",
    ];

    /// <summary>True when the profile has nothing to make a key of.</summary>
    public static bool IsEmpty(JsonElement profile) =>
        ModeOf(profile) is "AK" && Fields.All(field => string.IsNullOrWhiteSpace(profile.Text(field)));

    /// <param name="seen">Profiles on the way here: a chain that leads back to itself has no end.</param>
    /// <exception cref="CloudException">EAS7011.</exception>
    public static CredentialSource ToSource(string name, CliConfigFile file, CredentialPlaces places, HashSet<string> seen)
    {
        if (!seen.Add(name))
        {
            throw Wrong($"profile '{name}' leads back to itself through source_profile");
        }

        if (!file.Profiles.TryGetValue(name, out JsonElement profile))
        {
            throw Wrong($"source_profile '{name}' does not exist");
        }

        string mode = ModeOf(profile);
        string origin = $"profile '{name}' (mode {mode}) of {file.Path}";
        CredentialServices services = places.Services;
        return mode switch
        {
            "AK" => Key(["access_key_id", "access_key_secret"], withToken: false),
            "StsToken" => Key(["access_key_id", "access_key_secret", "sts_token"], withToken: true),
            "RamRoleArn" => new RoleCredentials(
                origin, Role(), Key(["access_key_id", "access_key_secret", "ram_role_arn"], withToken: true), services),
            "ChainableRamRoleArn" => new RoleCredentials(
                origin, Role(), ToSource(Need("source_profile", "ram_role_arn").Text("source_profile")!, file, places, seen), services),
            "EcsRamRole" => Ecs(),
            "RamRoleArnWithRoleName" => new RoleCredentials(origin, Role(), Ecs(), services),
            "OIDC" => new OidcCredentials(
                origin,
                Role(),
                Need("ram_role_arn", "oidc_provider_arn", "oidc_token_file").Text("oidc_provider_arn")!,
                profile.Text("oidc_token_file")!,
                services),
            "External" => Allowed(new ProcessCredentials(origin, Need("process_command").Text("process_command")!, services)),
            "CredentialsURI" => Allowed(UriCredentials.Of(origin, Need("credentials_uri").Text("credentials_uri")!, services)),
            "CloudSSO" or "OAuth" => Cached(),
            _ => throw KeyDocument.Unusable(
                file.Path,
                $"profile '{name}' has mode {mode}, which is not supported",
                "Use AK, StsToken, RamRoleArn, ChainableRamRoleArn, EcsRamRole, OIDC, External or CredentialsURI."),
        };

        CloudException Wrong(string what) => KeyDocument.Unusable(file.Path, what, $"Run 'aliyun configure --profile {name}'.");

        JsonElement Need(params string[] needed)
        {
            string[] lacking = [.. needed.Where(field => string.IsNullOrWhiteSpace(profile.Text(field)))];
            return lacking.Length == 0 ? profile : throw Wrong($"profile '{name}' (mode {mode}) lacks {string.Join(", ", lacking)}");
        }

        StaticCredentials Key(string[] needed, bool withToken) => new(origin, new AccessKey(
            Need(needed).Text("access_key_id")!, new(profile.Text("access_key_secret")), new(withToken ? profile.Text("sts_token") : null)));

        RoleProfile Role() => new(
            new RoleRequest(
                Need("ram_role_arn").Text("ram_role_arn")!,
                NotBlank(profile.Text("ram_session_name")),
                profile.Count("expired_seconds") is > 0 and var seconds ? seconds : null,
                NotBlank(profile.Text("policy")),
                NotBlank(profile.Text("external_id"))),
            NotBlank(profile.Text("sts_region")),
            NotBlank(profile.Text("sts_endpoint")),
            profile.Flag("enable_vpc") ?? false);

        EcsRoleCredentials Ecs() => new(
            origin, NotBlank(profile.Text("ram_role_name")), !places.IsTrue("ALIBABA_CLOUD_IMDSV1_DISABLED"), services);

        CredentialSource Allowed(CredentialSource source) => places.Variable("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS") is "1" or "true"
            ? throw KeyDocument.Unusable(
                file.Path,
                $"mode {mode} of profile '{name}' is switched off by ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS",
                "Unset it, or use another mode.")
            : source;

        // The CLI logs in through a browser and keeps the temporary key in the file; we use it while it lasts.
        StaticCredentials Cached()
        {
            DateTimeOffset? end = profile.Whole("sts_expiration") is { } seconds
                ? DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()))
                : EasClient.ReadTime(profile.Text("sts_expiration"));
            return end > services.Clock.GetUtcNow()
                ? Key(["access_key_id", "access_key_secret", "sts_token"], withToken: true)
                : throw Wrong($"the login of profile '{name}' (mode {mode}) has ended");
        }
    }

    /// <remarks>Source: aliyun-cli.md section 8.3, point 3: an empty mode is guessed.</remarks>
    private static string ModeOf(JsonElement profile)
    {
        bool Has(string field) => !string.IsNullOrWhiteSpace(profile.Text(field));
        return NotBlank(profile.Text("mode"))
            ?? (Has("access_key_id") && Has("access_key_secret")
                ? Has("ram_role_arn") ? "RamRoleArn" : Has("sts_token") ? "StsToken" : "AK"
                : Has("ram_role_name") ? "EcsRamRole" : Has("process_command") ? "External" : Has("oidc_provider_arn") ? "OIDC" : "AK");
    }

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
