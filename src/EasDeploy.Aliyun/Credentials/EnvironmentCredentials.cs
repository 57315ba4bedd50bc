using EasDeploy.Aliyun.Sts;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>Keys that environment variables hold or lead to.</summary>
/// <remarks>Source: openapi.md section 9.1: an id alone is skipped; the legacy <c>ALICLOUD_*</c> names are not read.</remarks>
internal static class EnvironmentCredentials
{
    private const string Id = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private const string KeySecret = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private const string Token = "ALIBABA_CLOUD_SECURITY_TOKEN";
    private const string RoleArn = "ALIBABA_CLOUD_ROLE_ARN";
    private const string ProviderArn = "ALIBABA_CLOUD_OIDC_PROVIDER_ARN";
    private const string TokenFile = "ALIBABA_CLOUD_OIDC_TOKEN_FILE";
    private const string EcsRole = "ALIBABA_CLOUD_ECS_METADATA";
    private const string EcsOff = "ALIBABA_CLOUD_ECS_METADATA_DISABLED";
    private const string CredentialsUri = "ALIBABA_CLOUD_CREDENTIALS_URI";

    /// <summary>Row 1: the key itself.</summary>
    public static CredentialSource? FindKey(CredentialPlaces places, List<string> lookedAt)
    {
        (string? id, string? secret) = (places.Variable(Id), places.Variable(KeySecret));
        if (id is not null && secret is not null)
        {
            return new StaticCredentials(
                $"environment variables {Id}, {KeySecret}", new AccessKey(id, new(secret), new(places.Variable(Token))));
        }

        lookedAt.Add((id, secret) switch
        {
            (null, null) => $"environment variables {Id}, {KeySecret}: not set",
            (null, _) => $"environment variables: {KeySecret} is set, {Id} is not",
            _ => $"environment variables: {Id} is set, {KeySecret} is not",
        });
        return null;
    }

    /// <summary>Row 2: a role for an OIDC token.</summary>
    public static CredentialSource? FindOidc(CredentialPlaces places, List<string> lookedAt)
    {
        string[] names = [RoleArn, ProviderArn, TokenFile];
        string[] missing = [.. names.Where(name => places.Variable(name) is null)];
        if (missing.Length == 0)
        {
            return new OidcCredentials(
                $"environment variables {string.Join(", ", names)}",
                new RoleProfile(
                    new RoleRequest(places.Variable(RoleArn)!, places.Variable("ALIBABA_CLOUD_ROLE_SESSION_NAME")),
                    places.Variable("ALIBABA_CLOUD_STS_REGION"),
                    UseVpc: places.IsTrue("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED")),
                places.Variable(ProviderArn)!,
                places.Variable(TokenFile)!,
                places.Services);
        }

        lookedAt.Add($"environment variables for OIDC: {string.Join(", ", missing)} not set");
        return null;
    }

    /// <summary>Row 5, only when the variable names the role: asking a service that is not there would cost every build a second.</summary>
    public static CredentialSource? FindEcsRole(CredentialPlaces places, List<string> lookedAt)
    {
        if (places.Variable(EcsRole) is { } role && !places.IsTrue(EcsOff))
        {
            return new EcsRoleCredentials($"RAM role '{role}' of this ECS instance", role, !places.IsTrue("ALIBABA_CLOUD_IMDSV1_DISABLED"), places.Services);
        }

        lookedAt.Add($"RAM role of this ECS instance: {(places.IsTrue(EcsOff) ? $"switched off by {EcsOff}" : $"{EcsRole} does not name it")}");
        return null;
    }

    /// <summary>Row 6: an address that gives the key.</summary>
    /// <exception cref="Diagnostics.CloudException">EAS7011: the variable holds no address.</exception>
    public static CredentialSource? FindUri(CredentialPlaces places, List<string> lookedAt)
    {
        if (places.Variable(CredentialsUri) is { } address)
        {
            return UriCredentials.Of($"environment variable {CredentialsUri}", address, places.Services);
        }

        lookedAt.Add($"environment variable {CredentialsUri}: not set");
        return null;
    }
}
