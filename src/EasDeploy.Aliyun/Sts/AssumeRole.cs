using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Sts;

public sealed partial class StsClient
{
    /// <summary>A temporary key of a role, for whoever signs the call.</summary>
    /// <remarks>Source: openapi.md section 9.3; ACS3 works as well as the libraries' older signature.</remarks>
    public Task<AccessKey> AssumeRoleAsync(RoleRequest role, CancellationToken ct) => AssumeAsync(
        Call("AssumeRole", new ApiQuery
        {
            { "RoleArn", role.RoleArn },
            { "RoleSessionName", role.SessionName ?? OurSessionName },
            { "DurationSeconds", role.DurationSeconds ?? OneHour },
            { "Policy", role.Policy },
            { "ExternalId", role.ExternalId },
        }),
        ct);
}
