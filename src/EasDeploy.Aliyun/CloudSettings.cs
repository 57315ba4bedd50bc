using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun;

/// <summary>What the caller decides about cloud access. Never holds a credential.</summary>
public sealed record CloudSettings
{
    /// <summary>Region id of every call, for example <c>cn-hangzhou</c>. MSBuild: <c>EasRegion</c>.</summary>
    public required string Region { get; init; }

    /// <summary>One base address for every product; null = the product's own host. MSBuild: <c>EasEndpoint</c>.</summary>
    /// <remarks>On a loopback address only the emulator's test keys are used.</remarks>
    public Uri? Endpoint { get; init; }

    /// <summary>Base address of single products by <see cref="Requests.ApiProduct.Id"/>; <see cref="Endpoint"/> wins over it.</summary>
    /// <remarks>Never a loopback address: there real keys would be sent to whatever listens. The emulator is reached through <see cref="Endpoint"/>.</remarks>
    public IReadOnlyDictionary<string, Uri> ProductEndpoints { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Profile of <c>~/.aliyun/config.json</c>; null = ALIBABA_CLOUD_PROFILE, then the current one. MSBuild: <c>EasProfile</c>.</summary>
    public string? Profile { get; init; }

    /// <summary>Sent with every call: see <see cref="Aliyun.UserAgent"/>. MSBuild: <c>EasUserAgent</c> replaces it.</summary>
    public required string UserAgent { get; init; }

    /// <summary>True: the hosts inside a VPC instead of the public ones.</summary>
    /// <remarks>Source: openapi.md section 2; environment variable ALIBABA_CLOUD_ENDPOINT_TYPE=vpc.</remarks>
    public bool UseVpcHosts { get; init; }

    /// <summary>True when every call goes to this machine: the emulator.</summary>
    public bool IsLoopback => Endpoint is { IsLoopback: true };

    /// <summary>What the environment adds: <c>ALIBABA_CLOUD_ENDPOINT_TYPE=vpc</c> asks for the hosts inside a VPC.</summary>
    internal CloudSettings For(Credentials.CredentialPlaces places) =>
        Endpoint is null && string.Equals(places.Variable("ALIBABA_CLOUD_ENDPOINT_TYPE"), "vpc", StringComparison.OrdinalIgnoreCase)
            ? this with { UseVpcHosts = true }
            : this;

    /// <summary>Reads <c>EasEndpoint</c>.</summary>
    /// <param name="value">Null or blank = no override.</param>
    /// <exception cref="CloudException">EAS7013: not an http(s) base address (scheme, host, optional port; no path, query or user).</exception>
    public static Uri? ParseEndpoint(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        return Uri.TryCreate(value.Trim(), UriKind.Absolute, out Uri? uri) && Hosts.ServiceHosts.IsBaseAddress(uri)
            ? uri
            : throw CloudException.Of(CloudDiagnostics.BadEndpoint, null, Hosts.ServiceHosts.WithoutUser(value));
    }
}
