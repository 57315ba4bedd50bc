using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Sts;

public sealed partial class StsClient
{
    /// <summary>A temporary key of a role, for whoever holds an OIDC token; the call itself is not signed.</summary>
    /// <param name="oidcProviderArn"><c>acs:ram::{account}:oidc-provider/{name}</c>.</param>
    /// <remarks>Source: openapi.md sections 3.2 (anonymous calls) and 9.3.</remarks>
    public Task<AccessKey> AssumeRoleWithOIDCAsync(RoleRequest role, string oidcProviderArn, Secret oidcToken, CancellationToken ct) => AssumeAsync(
        Call("AssumeRoleWithOIDC", new ApiQuery
        {
            { "RoleArn", role.RoleArn },
            { "OIDCProviderArn", oidcProviderArn },
            { "OIDCToken", oidcToken.Reveal() },
            { "RoleSessionName", role.SessionName ?? OurSessionName },
            { "DurationSeconds", role.DurationSeconds ?? OneHour },
            { "Policy", role.Policy },
        }) with
        { IsAnonymous = true, Confidential = oidcToken },
        ct);
}
