using System.Text;
using System.Text.Json;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Eas;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Signing;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Sts;

/// <summary>What a temporary key is asked for.</summary>
/// <param name="RoleArn"><c>acs:ram::{account}:role/{name}</c>.</param>
/// <param name="SessionName">Shown in audit logs; null = one of ours.</param>
/// <param name="DurationSeconds">Life of the key, at least 900; null = 3600.</param>
/// <param name="Policy">JSON that narrows the role's rights; null = none.</param>
public sealed record RoleRequest(
    string RoleArn, string? SessionName = null, int? DurationSeconds = null, string? Policy = null, string? ExternalId = null);

/// <summary>Operations of STS 2015-04-01, one file each.</summary>
/// <remarks>Source: openapi.md section 9.3. Parameters travel as a form: a query could end in a proxy's log.</remarks>
public sealed partial class StsClient(IAliyunTransport transport)
{
    private const string OurSessionName = "easdeploy";
    private const int OneHour = 3600;

    private static ApiRequest Call(string action, ApiQuery form) => new()
    {
        Product = ApiProduct.Sts,
        Action = action,
        Method = HttpMethod.Post,
        Body = Encoding.ASCII.GetBytes(PercentEncoding.Query(form)),
        ContentType = "application/x-www-form-urlencoded",
    };

    private async Task<AccessKey> AssumeAsync(ApiRequest request, CancellationToken ct)
    {
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        JsonElement key = answer.RootElement.Field("Credentials");
        return key.Text("AccessKeyId") is { Length: > 0 } id && key.Text("AccessKeySecret") is { Length: > 0 } secret
            ? new AccessKey(id, new(secret), new(key.Text("SecurityToken")), EasClient.ReadTime(key.Text("Expiration")))
            : throw ApiAnswer.Lacks(request, "Credentials");
    }
}
