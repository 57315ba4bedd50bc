using System.Collections.Immutable;
using EasDeploy.Aliyun.Sts;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>The SDKs' credentials file.</summary>
/// <remarks>Source: openapi.md sections 9.1 (row 4: two default names) and 9.2 (types).</remarks>
internal static class IniCredentials
{
    private const string FileVariable = "ALIBABA_CLOUD_CREDENTIALS_FILE";

    /// <exception cref="CloudException">EAS7011: the file named cannot be read, or its section lacks what its type needs.</exception>
    public static CredentialSource? Find(CredentialPlaces places, List<string> lookedAt, ImmutableArray<Diagnostic>.Builder findings)
    {
        string folder = Path.Combine(places.HomeFolder, ".alibabacloud");
        string[] files = places.Variable(FileVariable) is { } named ? [named] : [Path.Combine(folder, "credentials"), Path.Combine(folder, "credentials.ini")];
        string? file = files.FirstOrDefault(File.Exists);
        if (file is null)
        {
            lookedAt.Add($"{string.Join(", ", files)}: no such file");
            return null;
        }

        string section = places.Variable("ALIBABA_CLOUD_PROFILE") ?? "default";
        if (!Sections(file).TryGetValue(section, out Dictionary<string, string>? fields))
        {
            lookedAt.Add($"{file}: no section [{section}]");
            return null;
        }

        if (CliConfigFile.IsOpenToOthers(file))
        {
            findings.Add(CloudDiagnostics.CredentialsReadable.At(SourceLocation.None, file));
        }

        string type = fields.GetValueOrDefault("type", "");
        string origin = $"section [{section}] (type {type}) of {file}";
        string Need(string field) => fields.GetValueOrDefault(field, "") is { Length: > 0 } value
            ? value
            : throw KeyDocument.Unusable(file, $"section [{section}] lacks {field}", "Add it.");
        return type switch
        {
            "access_key" => new StaticCredentials(origin, new AccessKey(
                Need("access_key_id"), new(Need("access_key_secret")), default)),
            "ram_role_arn" => new RoleCredentials(
                origin,
                Role(fields, Need("role_arn")),
                new StaticCredentials(origin, new AccessKey(Need("access_key_id"), new(Need("access_key_secret")), default)),
                places.Services),
            "oidc_role_arn" => new OidcCredentials(
                origin, Role(fields, Need("role_arn")), Need("oidc_provider_arn"), Need("oidc_token_file_path"), places.Services),
            "ecs_ram_role" => new EcsRoleCredentials(
                origin, fields.GetValueOrDefault("role_name"), !places.IsTrue("ALIBABA_CLOUD_IMDSV1_DISABLED"), places.Services),
            _ => throw KeyDocument.Unusable(
                file, $"section [{section}] has type '{type}', which is not supported", "Use access_key, ram_role_arn, oidc_role_arn or ecs_ram_role."),
        };
    }

    private static RoleProfile Role(Dictionary<string, string> fields, string roleArn) => new(
        new RoleRequest(
            roleArn,
            fields.GetValueOrDefault("role_session_name"),
            Policy: fields.GetValueOrDefault("policy"),
            ExternalId: fields.GetValueOrDefault("external_id")),
        fields.GetValueOrDefault("sts_region"));

    /// <summary>Sections by name, fields by name; <c>;</c> and <c>#</c> start a comment line.</summary>
    private static Dictionary<string, Dictionary<string, string>> Sections(string file)
    {
        Dictionary<string, Dictionary<string, string>> sections = new(StringComparer.Ordinal);
        Dictionary<string, string> current = [];
        try
        {
            foreach (string line in File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not (';' or '#')))
            {
                if (line[0] == '[' && line[^1] == ']')
                {
                    sections[line[1..^1].Trim()] = current = new Dictionary<string, string>(StringComparer.Ordinal);
                }
                else if (line.Split('=', 2) is [var name, var value])
                {
                    current[name.Trim()] = value.Trim();
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw KeyDocument.Unusable(file, "it cannot be read", "Give your user the right to read it.");
        }

        return sections;
    }
}
