using EasDeploy.Aliyun.Sts;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>Where and how a profile wants its role assumed.</summary>
/// <param name="StsRegion">Null = the global host.</param>
internal sealed record RoleProfile(RoleRequest Role, string? StsRegion = null, string? StsEndpoint = null, bool UseVpc = false);

/// <summary>A role assumed with another key.</summary>
/// <remarks>Source: openapi.md section 9.3, AssumeRole.</remarks>
internal sealed class RoleCredentials(string origin, RoleProfile profile, CredentialSource signer, CredentialServices services)
    : TemporaryCredentials(origin, services.Clock)
{
    protected override async Task<AccessKey> FetchAsync(CancellationToken ct)
    {
        using HttpsTransport transport = services.OpenSts(profile.StsRegion, profile.StsEndpoint, profile.UseVpc, signer);
        return await new StsClient(transport).AssumeRoleAsync(profile.Role, ct).ConfigureAwait(false);
    }
}
