using EasDeploy.Aliyun.Requests;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports.Retries;

/// <summary>Outcome of one attempt: an answer or a failure, and what the server said about time.</summary>
/// <param name="RetryAfter">Wait the server asked for.</param>
/// <param name="ServerTime">The server's clock when it answered.</param>
internal sealed record Attempt<T>(
    ApiCall Call, T? Answer, CloudException? Failure, TimeSpan? RetryAfter = null, DateTimeOffset? ServerTime = null)
    where T : class;

/// <summary>One call over all its attempts.</summary>
internal sealed class ApiCall(ApiRequest request, long startedAt)
{
    public ApiRequest Request { get; } = request;

    /// <summary>Timestamp of the clock at the first attempt.</summary>
    public long StartedAt { get; } = startedAt;

    /// <summary>True once the date was corrected by the server's clock: a second complaint is final.</summary>
    public bool IsClockCorrected { get; set; }

    /// <summary>True once a temporary key was renewed for this call: a second complaint is final.</summary>
    public bool IsKeyRenewed { get; set; }

    /// <summary>The next attempt must ask for a new key.</summary>
    public bool NeedsNewKey { get; set; }
}
