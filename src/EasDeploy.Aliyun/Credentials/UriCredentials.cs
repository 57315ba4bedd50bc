using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>A key from a web address of the author's own.</summary>
/// <param name="address">May carry a secret in its query, so messages show only its host.</param>
/// <remarks>Source: openapi.md section 9.3, credentials URI.</remarks>
internal sealed class UriCredentials(string origin, Uri address, CredentialServices services) : TemporaryCredentials(origin, services.Clock)
{
    private const string Repair = "Check that the address answers 200 with AccessKeyId, AccessKeySecret and SecurityToken.";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <exception cref="CloudException">EAS7011: not an http(s) address.</exception>
    public static UriCredentials Of(string origin, string address, CredentialServices services) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
            ? new UriCredentials(origin, uri!, services)
            : throw KeyDocument.Unusable(
                origin, "the credentials URI is no http or https address", "Correct ALIBABA_CLOUD_CREDENTIALS_URI or credentials_uri.");

    protected override async Task<AccessKey> FetchAsync(CancellationToken ct)
    {
        using HttpExchange exchange = new(useProxy: !address.IsLoopback, services.Clock);
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        HttpAnswer answer = await exchange.SendAsync(request, "GetCredentials", Limit, changes: false, ct).ConfigureAwait(false);
        return answer.Status == 200
            ? KeyDocument.Read(answer.Body, Origin, Repair)
            : throw KeyDocument.Unusable(Origin, $"{address.Authority} answered HTTP {answer.Status}", Repair);
    }
}
