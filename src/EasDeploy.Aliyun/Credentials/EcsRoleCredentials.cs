using System.Text;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>The role of the ECS instance this runs on, from its metadata service.</summary>
/// <param name="roleName">Null = the service tells it.</param>
/// <param name="allowsUnprotected">True: without a session token the older, unprotected way is tried.</param>
/// <remarks>Source: openapi.md section 9.3, ECS metadata (IMDSv2 first).</remarks>
internal sealed class EcsRoleCredentials(string origin, string? roleName, bool allowsUnprotected, CredentialServices services)
    : TemporaryCredentials(origin, services.Clock)
{
    private const string Action = "GetInstanceRole";
    private const string Repair = "Run on an ECS instance with a RAM role, or set an access key.";
    private const string RolePath = "/latest/meta-data/ram/security-credentials/";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    protected override async Task<AccessKey> FetchAsync(CancellationToken ct)
    {
        // Link-local: a proxy cannot reach it.
        using HttpExchange exchange = new(useProxy: false, services.Clock);
        try
        {
            string? session = await SessionAsync(exchange, ct).ConfigureAwait(false);
            string role = roleName ?? Encoding.UTF8.GetString((await GetAsync(exchange, RolePath, session, ct).ConfigureAwait(false)).Span).Trim();
            return KeyDocument.Read(
                await GetAsync(exchange, RolePath + Uri.EscapeDataString(role), session, ct).ConfigureAwait(false), Origin, Repair);
        }
        catch (CloudException fault) when (fault.Descriptor != CloudDiagnostics.CredentialsUnusable)
        {
            throw KeyDocument.Unusable(Origin, $"the instance metadata service at {services.Metadata.Authority} does not answer", Repair);
        }
    }

    private async Task<string?> SessionAsync(HttpExchange exchange, CancellationToken ct)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, new Uri(services.Metadata, "/latest/api/token"));
        request.Headers.Add("X-aliyun-ecs-metadata-token-ttl-seconds", "21600");
        try
        {
            HttpAnswer answer = await exchange.SendAsync(request, Action, Limit, changes: false, ct).ConfigureAwait(false);
            if (answer.Status == 200)
            {
                return Encoding.UTF8.GetString(answer.Body.Span).Trim();
            }
        }
        catch (CloudException) when (allowsUnprotected)
        {
            return null;
        }

        return allowsUnprotected
            ? null
            : throw KeyDocument.Unusable(Origin, "the metadata service gave no session token and ALIBABA_CLOUD_IMDSV1_DISABLED forbids to go without", Repair);
    }

    private async Task<ReadOnlyMemory<byte>> GetAsync(HttpExchange exchange, string path, string? session, CancellationToken ct)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(services.Metadata, path));
        if (session is not null)
        {
            request.Headers.TryAddWithoutValidation("X-aliyun-ecs-metadata-token", session);
        }

        HttpAnswer answer = await exchange.SendAsync(request, Action, Limit, changes: false, ct).ConfigureAwait(false);
        return answer.Status == 200
            ? answer.Body
            : throw KeyDocument.Unusable(Origin, $"the metadata service answered HTTP {answer.Status}", Repair);
    }
}
