using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>What signs a request.</summary>
/// <param name="Id">AccessKeyId.</param>
/// <param name="KeySecret">AccessKeySecret.</param>
/// <param name="SecurityToken">Empty for a long-lived key.</param>
/// <param name="Expiration">End of a temporary key; null = not known or never.</param>
public sealed record AccessKey(string Id, Secret KeySecret, Secret SecurityToken, DateTimeOffset? Expiration = null)
{
    /// <summary>The key and the token stay out of every log, so nothing of the value is shown.</summary>
    public override string ToString() => "AccessKey ***";

    /// <summary>Takes the secrets out of a text that the cloud sent back (a signature error may repeat what was signed).</summary>
    internal string Redact(string text) => Redact(Redact(text, KeySecret), SecurityToken);

    internal static string Redact(string text, Secret secret) => secret.Reveal() is { Length: >= 4 } value
        ? text.Replace(value, "***", StringComparison.Ordinal).Replace(Uri.EscapeDataString(value), "***", StringComparison.Ordinal)
        : text;
}
