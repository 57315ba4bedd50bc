using System.Text.Json;
using EasDeploy.Aliyun.Eas;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>The JSON in which services and programs hand over a key.</summary>
/// <remarks>Source: openapi.md sections 9.2 (External) and 9.3 (metadata, credentials URI). The text is never quoted: it is the secret.</remarks>
internal static class KeyDocument
{
    /// <param name="repair">Second sentence of EAS7011.</param>
    /// <exception cref="CloudException">EAS7011: no JSON, a refusal, or a field is missing.</exception>
    public static AccessKey Read(ReadOnlyMemory<byte> text, string origin, string repair)
    {
        using JsonDocument? document = ApiAnswer.ParseObject(text);
        if (document is null)
        {
            throw Unusable(origin, "what it gave is no JSON", repair);
        }

        JsonElement key = document.RootElement;
        if (key.Text("Code") is { } code && code != "Success")
        {
            throw Unusable(origin, "it answered with a refusal instead of a key", repair);
        }

        string? id = key.Text("AccessKeyId") ?? key.Text("access_key_id");
        string? secret = key.Text("AccessKeySecret") ?? key.Text("access_key_secret");
        string? token = key.Text("SecurityToken") ?? key.Text("sts_token");
        return string.IsNullOrEmpty(id) || string.IsNullOrEmpty(secret)
            ? throw Unusable(origin, "its answer lacks the access key id or secret", repair)
            : new AccessKey(id, new(secret), new(token), EasClient.ReadTime(key.Text("Expiration") ?? key.Text("expiration")));
    }

    public static CloudException Unusable(string origin, string wrong, string repair) =>
        CloudException.Of(CloudDiagnostics.CredentialsUnusable, null, origin, wrong, repair);
}
