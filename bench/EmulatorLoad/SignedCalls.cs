using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmulatorLoad;

/// <summary>Signs and sends calls with the emulator's test key (ACS3-HMAC-SHA256), as fast as it can.</summary>
internal sealed class SignedCalls(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
    private readonly byte[] _secret = "emulatorTestKeySecret"u8.ToArray();

    /// <exception cref="HttpRequestException">The answer is no success: the figure would be worthless.</exception>
    public async Task SendAsync(string action, HttpMethod method, string path, string version, string? body = null)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body ?? "");
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = address.Authority,
            ["x-acs-action"] = action,
            ["x-acs-content-sha256"] = hash,
            ["x-acs-date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = Guid.NewGuid().ToString("N"),
            ["x-acs-version"] = version,
        };
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            signed["content-type"] = "application/json; charset=utf-8";
        }

        string names = string.Join(';', signed.Keys);
        string canonical = $"{method}\n{path}\n\n{string.Concat(signed.Select(h => $"{h.Key}:{h.Value}\n"))}\n{names}\n{hash}";
        string toSign = "ACS3-HMAC-SHA256\n" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(toSign)));
        foreach ((string name, string value) in signed.Where(h => h.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Authorization", $"ACS3-HMAC-SHA256 Credential=emulatorTestKeyId,SignedHeaders={names},Signature={signature}");
        using HttpResponseMessage answer = await _http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
