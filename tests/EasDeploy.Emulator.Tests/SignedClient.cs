using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

/// <summary>A small client of the tests' own: signs with ACS3 and hands back status and JSON.</summary>
internal sealed class SignedClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public string AccessKeyId { get; init; } = EmulatorHost.AccessKeyId;

    public string AccessKeySecret { get; init; } = EmulatorHost.AccessKeySecret;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string? Nonce { get; init; }

    public string? SecurityToken { get; init; }

    /// <summary>Changes the request after it was signed.</summary>
    public Action<HttpRequestMessage>? Tamper { get; init; }

    public async Task<(int Status, JsonObject Body)> SendAsync(string action, string method, string pathAndQuery, string? body = null, string version = "2021-07-01")
    {
        using HttpResponseMessage answer = await _http.SendAsync(Sign(action, method, pathAndQuery, body, version));
        string text = await answer.Content.ReadAsStringAsync();
        JsonObject json = JsonNode.Parse(text)!.AsObject();
        Assert.AreEqual(json["RequestId"]!.GetValue<string>(), answer.Headers.GetValues("x-acs-request-id").Single());
        return ((int)answer.StatusCode, json);
    }

    public async Task<JsonObject> GetAsync(string action, string pathAndQuery, string version = "2021-07-01")
    {
        (int status, JsonObject body) = await SendAsync(action, "GET", pathAndQuery, null, version);
        Assert.AreEqual(200, status, body.ToJsonString());
        return body;
    }

    /// <returns>Code of the refusal.</returns>
    public async Task<(int Status, string Code)> RefusedAsync(string action, string method, string pathAndQuery, string? body = null, string version = "2021-07-01")
    {
        (int status, JsonObject answer) = await SendAsync(action, method, pathAndQuery, body, version);
        foreach (string field in (string[])["RequestId", "HostId", "Code", "Message", "Recommend"])
        {
            Assert.AreEqual(JsonValueKind.String, answer[field]?.GetValueKind(), $"{field} in {answer.ToJsonString()}");
        }

        return (status, answer["Code"]!.GetValue<string>());
    }

    public HttpRequestMessage Sign(string action, string method, string pathAndQuery, string? body, string version)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, pathAndQuery));
        byte[] bytes = Encoding.UTF8.GetBytes(body ?? "");
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = address.Authority,
            ["x-acs-action"] = action,
            ["x-acs-version"] = version,
            ["x-acs-date"] = Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = Nonce ?? Guid.NewGuid().ToString("N"),
            ["x-acs-content-sha256"] = hash,
        };
        if (SecurityToken is not null)
        {
            signed["x-acs-security-token"] = SecurityToken;
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            signed["content-type"] = "application/json; charset=utf-8";
        }

        string[] target = pathAndQuery.Split('?', 2);
        string query = target.Length == 1 ? "" : string.Join('&', target[1].Split('&').Select(p => p.Contains('=') ? p : p + "=").Order(StringComparer.Ordinal));
        string canonical = $"{method}\n{target[0]}\n{query}\n{string.Concat(signed.Select(h => $"{h.Key}:{h.Value}\n"))}\n{string.Join(';', signed.Keys)}\n{hash}";
        string toSign = "ACS3-HMAC-SHA256\n" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AccessKeySecret), Encoding.UTF8.GetBytes(toSign)));
        foreach ((string name, string value) in signed.Where(h => h.Key is not ("host" or "content-type")))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Authorization",
            $"ACS3-HMAC-SHA256 Credential={AccessKeyId},SignedHeaders={string.Join(';', signed.Keys)},Signature={signature}");
        Tamper?.Invoke(request);
        return request;
    }

    public void Dispose() => _http.Dispose();
}
