using EasDeploy.Aliyun.Sts;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>A role assumed with an OIDC token that the platform writes into a file and replaces from time to time.</summary>
/// <remarks>Source: openapi.md section 9.3, AssumeRoleWithOIDC; the right way for CI with workload identity.</remarks>
internal sealed class OidcCredentials(
    string origin, RoleProfile profile, string oidcProviderArn, string tokenFile, CredentialServices services)
    : TemporaryCredentials(origin, services.Clock)
{
    protected override async Task<AccessKey> FetchAsync(CancellationToken ct)
    {
        string token;
        try
        {
            token = (await File.ReadAllTextAsync(tokenFile, ct).ConfigureAwait(false)).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CloudException.Of(
                CloudDiagnostics.CredentialsUnusable, null, Origin, $"the token file {tokenFile} cannot be read",
                "Correct ALIBABA_CLOUD_OIDC_TOKEN_FILE or oidc_token_file.");
        }

        using HttpsTransport transport = services.OpenSts(profile.StsRegion, profile.StsEndpoint, profile.UseVpc, signer: null);
        return await new StsClient(transport)
            .AssumeRoleWithOIDCAsync(profile.Role, oidcProviderArn, new Secret(token), ct).ConfigureAwait(false);
    }
}
