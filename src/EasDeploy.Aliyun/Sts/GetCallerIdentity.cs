using System.Text.Json;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Sts;

/// <summary>Who signs the calls.</summary>
/// <param name="Arn">User or role.</param>
/// <param name="IdentityType"><c>Account</c>, <c>RAMUser</c> or <c>AssumedRoleUser</c>.</param>
public sealed record CallerIdentity(string AccountId, string Arn, string IdentityType);

public sealed partial class StsClient
{
    /// <summary>The account and user behind the key.</summary>
    /// <remarks>Source: openapi.json, operation sts GetCallerIdentity.</remarks>
    public async Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken ct)
    {
        ApiRequest request = Call("GetCallerIdentity", []) with { Body = null };
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        JsonElement caller = answer.RootElement;
        return caller.Text("AccountId") is { } account
            ? new CallerIdentity(account, caller.Text("Arn") ?? "", caller.Text("IdentityType") ?? "")
            : throw ApiAnswer.Lacks(request, "AccountId");
    }
}
