using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EasDeploy.AliyunStandIn;

/// <summary>The older signatures, as the compiled-in code of the program uses them: no action header and no nonce for ROA.</summary>
internal static class SignatureV1
{
    public static HttpRequestMessage Roa(CommandLine line, JsonElement operation, string path, List<(string Name, string Value)> query, byte[] body)
    {
        string method = operation.GetProperty("method").GetString()!;
        string date = DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        string md5 = Md5(body);
        string contentType = line.Flags.TryGetValue("header", out string? header) && header.StartsWith("Content-Type=", StringComparison.Ordinal)
            ? header["Content-Type=".Length..]
            : body.FirstOrDefault() == (byte)'{' ? "application/json" : "application/octet-stream";
        SortedDictionary<string, string> own = new(StringComparer.Ordinal)
        {
            ["x-acs-credentials-provider"] = "static_sts",
            ["x-acs-region-id"] = line.Flags["region"],
            ["x-acs-signature-method"] = "HMAC-SHA1",
            ["x-acs-signature-version"] = "1.0",
            ["x-acs-version"] = VersionOf(operation),
        };
        query.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        string resource = path + (query.Count == 0 ? "" : "?" + string.Join('&', query.Select(pair => pair.Value.Length == 0 ? pair.Name : $"{pair.Name}={pair.Value}")));
        string toSign = $"{method}\napplication/json\n{md5}\n{contentType}\n{date}\n"
            + string.Concat(own.Select(pair => $"{pair.Key}:{pair.Value}\n")) + resource;
        string text = string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        HttpRequestMessage request = new(new HttpMethod(method), new Uri(line.BaseAddress, path + (text.Length == 0 ? "" : "?" + text)))
        {
            Content = new ByteArrayContent(body),
        };
        foreach ((string name, string value) in own)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Date", date);
        request.Headers.TryAddWithoutValidation("Authorization", $"acs {CommandLine.AccessKeyId}:{Sign(CommandLine.AccessKeySecret, toSign)}");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Content.Headers.TryAddWithoutValidation("Content-MD5", md5);
        return request;
    }

    public static HttpRequestMessage Rpc(CommandLine line, JsonElement operation, List<(string Name, string Value)> query)
    {
        query.AddRange(
        [
            ("Action", operation.GetProperty("action").GetString()!),
            ("Version", VersionOf(operation)),
            ("Format", "JSON"),
            ("AccessKeyId", CommandLine.AccessKeyId),
            ("SignatureMethod", "HMAC-SHA1"),
            ("SignatureVersion", "1.0"),
            ("SignatureNonce", Guid.NewGuid().ToString("N")),
            ("Timestamp", DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ]);
        query.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        string text = string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        string signature = Sign(CommandLine.AccessKeySecret + "&", $"POST&%2F&{Uri.EscapeDataString(text)}");
        return new HttpRequestMessage(HttpMethod.Post, new Uri(line.BaseAddress, $"/?{text}&Signature={Uri.EscapeDataString(signature)}"));
    }

    public static string Sign(string secret, string toSign)
    {
#pragma warning disable CA5350 // Weak cryptographic algorithm: HMAC-SHA1 is what this signature version is made of.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(toSign)));
#pragma warning restore CA5350
    }

    private static string Md5(byte[] body)
    {
#pragma warning disable CA5351 // Broken cryptographic algorithm: Content-MD5 is what this signature version is made of.
        return Convert.ToBase64String(MD5.HashData(body));
#pragma warning restore CA5351
    }

    private static string VersionOf(JsonElement operation) => operation.GetProperty("product").GetString() switch
    {
        "eas" => "2021-07-01",
        "aiworkspace" => "2021-02-04",
        "ecs" => "2014-05-26",
        "vpc" => "2016-04-28",
        "nlb" => "2022-04-30",
        _ => "2015-04-01",
    };
}
