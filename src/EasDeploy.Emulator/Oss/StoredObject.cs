using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Oss;

/// <summary>One object of the seed buckets.</summary>
/// <param name="Content">Small text files have one; null for weights, of which only the size is known.</param>
internal sealed record StoredObject(string Key, long Size, byte[]? Content)
{
    private static readonly JsonObject Seeds = SeedFile.Read("object-contents.json");

    /// <summary>As OSS writes it: upper-case MD5 in quotes; of the key where there is no content.</summary>
    public string ETag { get; } = $"\"{Md5(Content ?? Encoding.UTF8.GetBytes(Key))}\"";

    public static StoredObject Of(string bucket, string key)
    {
        string path = $"{bucket}/{key}";
        JsonNode? content = Seeds["contents"]![path] ?? Seeds["contentsByFileName"]![key.Split('/')[^1]];
        byte[]? bytes = content is null ? null : Encoding.UTF8.GetBytes(content.ToJsonString());
        JsonNode? size = Seeds["sizes"]![path] ?? Seeds["sizesByExtension"]![Path.GetExtension(key)];
        return new StoredObject(key, bytes?.Length ?? size?.GetValue<long>() ?? 0, bytes);
    }

    private static string Md5(byte[] bytes)
    {
#pragma warning disable CA5351 // Broken cryptographic algorithm: an ETag is an MD5.
        return Convert.ToHexString(MD5.HashData(bytes));
#pragma warning restore CA5351
    }
}
