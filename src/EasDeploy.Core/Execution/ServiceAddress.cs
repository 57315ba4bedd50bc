using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Where a service answers, and the token it wants.</summary>
/// <param name="endpoint">From DescribeService: an absolute HTTP address, with the path of the service behind the gateway.</param>
internal sealed class ServiceAddress(string endpoint, Secret token)
{
    private readonly string _base = endpoint.TrimEnd('/');

    /// <param name="path">Begins with a slash.</param>
    public Uri At(string path) => new(_base + (path.StartsWith('/') ? path : "/" + path));

    public ProbeRequest Get(string path, TimeSpan timeout) => new(At(path), token, null, timeout);

    public ProbeRequest Post(string path, string json, TimeSpan timeout) => new(At(path), token, json, timeout);
}
