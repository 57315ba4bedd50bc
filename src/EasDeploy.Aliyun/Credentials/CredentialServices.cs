using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>The services that hand out temporary keys, and the clock that tells when a key ends.</summary>
/// <remarks>Source: openapi.md section 9.3.</remarks>
internal sealed record CredentialServices
{
    /// <summary>Metadata service of an ECS instance.</summary>
    public Uri Metadata { get; init; } = new("http://100.100.100.200");

    /// <summary>Replaces the STS host of every profile; for tests.</summary>
    public Uri? Sts { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <param name="region"><c>sts_region</c>; null = the global host, as the official libraries do.</param>
    /// <param name="endpoint"><c>sts_endpoint</c>, a host name; wins over the region.</param>
    /// <param name="signer">Signs AssumeRole; null for the anonymous call.</param>
    public HttpsTransport OpenSts(string? region, string? endpoint, bool useVpc, CredentialSource? signer)
    {
        string? host = string.IsNullOrEmpty(endpoint) ? null : endpoint.Contains("://", StringComparison.Ordinal) ? endpoint : $"https://{endpoint}";
        bool isGlobal = string.IsNullOrEmpty(region);
        CloudSettings settings = new()
        {
            Region = isGlobal ? "cn-hangzhou" : region!,
            Endpoint = Sts ?? CloudSettings.ParseEndpoint(host) ?? (isGlobal && !useVpc ? new Uri("https://sts.aliyuncs.com") : null),
            UseVpcHosts = useVpc,
            UserAgent = UserAgent.For("credentials", UserAgent.NewRunId()),
        };
        return new HttpsTransport(settings, signer ?? EmulatorCredentials.Source, Clock);
    }
}
