using System.Text.RegularExpressions;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Hosts;

/// <summary>Base address of each product in one region.</summary>
/// <remarks>Source: openapi.md section 2. The SDK's own rule (<c>eas.{region}</c>) leads to hosts that do not exist.</remarks>
public sealed partial class ServiceHosts
{
    private readonly CloudSettings _settings;

    /// <exception cref="CloudException">EAS7012 no region, EAS7014 not a region id, EAS7013 endpoint is not a base address.</exception>
    public ServiceHosts(CloudSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Region))
        {
            throw CloudException.Of(CloudDiagnostics.NoRegion, null);
        }

        if (!IsRegion(settings.Region))
        {
            throw CloudException.Of(CloudDiagnostics.BadRegion, null, settings.Region);
        }

        if (settings.Endpoint is { } endpoint && !IsBaseAddress(endpoint))
        {
            throw CloudException.Of(CloudDiagnostics.BadEndpoint, null, WithoutUser(endpoint.OriginalString));
        }

        if (settings.ProductEndpoints.Values.FirstOrDefault(address => !IsBaseAddress(address) || address.IsLoopback) is { } wrong)
        {
            throw CloudException.Of(CloudDiagnostics.BadEndpoint, null, WithoutUser(wrong.OriginalString));
        }

        _settings = settings;
    }

    /// <summary>Lower-case words joined by <c>-</c>: the value becomes part of a host name, so nothing else may pass.</summary>
    public static bool IsRegion(string value) => value.Length <= 40 && RegionPattern().IsMatch(value);

    public Uri BaseAddress(ApiProduct product) =>
        _settings.Endpoint ?? _settings.ProductEndpoints.GetValueOrDefault(product.Id) ?? new Uri($"https://{HostName(product)}");

    /// <summary>Base address of a bucket, and whether the bucket then still has to be named in the path.</summary>
    /// <param name="bucketRegion">Region of the bucket; null = the region of the settings.</param>
    /// <exception cref="CloudException">EAS7014: not a region id.</exception>
    internal (Uri Address, bool InPath) BucketAddress(string bucket, string? bucketRegion)
    {
        if (_settings.Endpoint is { } endpoint)
        {
            return (endpoint, true);
        }

        string region = bucketRegion ?? _settings.Region;
        return IsRegion(region)
            ? (new Uri($"https://{bucket}.oss-{region}{(_settings.UseVpcHosts && region == _settings.Region ? "-internal" : "")}.aliyuncs.com"), false)
            : throw CloudException.Of(CloudDiagnostics.BadRegion, null, region);
    }

    internal static bool IsBaseAddress(Uri uri) =>
        uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0
        && uri.UserInfo.Length == 0 && uri.AbsolutePath == "/" && uri.Query.Length == 0 && uri.Fragment.Length == 0;

    /// <summary>A user and password that somebody put into an address must not reach a message.</summary>
    internal static string WithoutUser(string address)
    {
        int at = address.LastIndexOf('@');
        int start = address.IndexOf("//", StringComparison.Ordinal);
        return at < 0 ? address : string.Concat(start < 0 ? "" : address.AsSpan(0, start + 2), "***", address.AsSpan(at));
    }

    private string HostName(ApiProduct product)
    {
        string region = _settings.Region;
        return (product.Id, _settings.UseVpcHosts) switch
        {
            ("eas", false) => $"pai-eas.{region}.aliyuncs.com",
            ("eas", true) => $"pai-eas-manage-vpc.{region}.aliyuncs.com",
            ("ecs", false) when region == "cn-hangzhou" => "ecs-cn-hangzhou.aliyuncs.com",
            ("vpc", false) when region == "cn-hangzhou" => "vpc.aliyuncs.com",
            ("oss", false) => $"oss-{region}.aliyuncs.com",
            ("oss", true) => $"oss-{region}-internal.aliyuncs.com",
            (_, false) => $"{product.Id}.{region}.aliyuncs.com",
            (_, true) => $"{product.Id}-vpc.{region}.aliyuncs.com",
        };
    }

    [GeneratedRegex(@"\A[a-z]{2,3}(-[a-z0-9]+)+\z")]
    private static partial Regex RegionPattern();
}
