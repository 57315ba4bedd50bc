using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Requests;

/// <summary>One API call, before a transport gives it a host, a date, a nonce and a signature.</summary>
public sealed record ApiRequest
{
    /// <summary>Time limit of an ordinary call.</summary>
    public static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Time limit of CreateService and UpdateService, which take 1 to 2 minutes.</summary>
    /// <remarks>Source: deployment workflow, step 6.3.</remarks>
    public static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(180);

    public required ApiProduct Product { get; init; }

    /// <summary>Operation, for example <c>DescribeService</c>.</summary>
    public required string Action { get; init; }

    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Path with every segment already percent-encoded; <c>/</c> for RPC.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The named parts of <see cref="Path"/>, not encoded: a transport that names operations needs them apart.</summary>
    public ApiQuery PathParameters { get; init; } = [];

    public ApiQuery Query { get; init; } = [];

    /// <summary>Body, sent byte for byte; null = none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Content type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Limit of one attempt, from the first byte sent to the last byte read.</summary>
    public TimeSpan Timeout { get; init; } = ReadTimeout;

    /// <summary>Service the call is about, for messages.</summary>
    public string? ServiceName { get; init; }

    /// <summary>True for the calls that are made without a signature (AssumeRoleWithOIDC).</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>A secret inside the body (an OIDC token), cut out of whatever the answer repeats.</summary>
    public Secret Confidential { get; init; }

    /// <summary>True when the call changes nothing, so that it may be repeated.</summary>
    public bool IsRead =>
        Method == HttpMethod.Get
        || (Product.Style == ApiStyle.RPC
            && (Action.StartsWith("Describe", StringComparison.Ordinal)
                || Action.StartsWith("List", StringComparison.Ordinal)
                || Action.StartsWith("Get", StringComparison.Ordinal)
                || Action.StartsWith("Assume", StringComparison.Ordinal)));

    /// <summary>Percent-encodes the parts and joins them to a path.</summary>
    public static string PathOf(params ReadOnlySpan<string> segments)
    {
        System.Text.StringBuilder path = new();
        foreach (string segment in segments)
        {
            path.Append('/').Append(Uri.EscapeDataString(segment));
        }

        return path.ToString();
    }
}
