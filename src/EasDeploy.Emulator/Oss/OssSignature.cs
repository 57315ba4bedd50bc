using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EasDeploy.Emulator.Signing;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Oss;

/// <summary>Verifies both header signatures of OSS: <c>OSS4-HMAC-SHA256</c> and the older <c>OSS id:signature</c>.</summary>
internal static class OssSignature
{
    private const string TokenHeader = "x-oss-security-token";

    public static bool IsOn(WireRequest request) =>
        request.Header("authorization") is string value
        && (value.StartsWith(OssV4.Algorithm + " ", StringComparison.Ordinal) || value.StartsWith(OssV1.Scheme, StringComparison.Ordinal));

    /// <exception cref="OssException">403 with the codes of openapi.md §8.</exception>
    public static Account Verify(WireRequest request, OssTarget target, KeyRing keys, string region, DateTimeOffset now)
    {
        string authorization = request.Header("authorization")!;
        bool v4 = authorization.StartsWith(OssV4.Algorithm, StringComparison.Ordinal);
        (string id, string given) = v4 ? OssV4.Parse(authorization, region) : OssV1.Parse(authorization);
        CheckClock(request, v4, now);
        (string secret, Account account) = Find(keys, id, request.Header(TokenHeader), now);
        string toSign = v4 ? OssV4.StringToSign(request, target, region) : OssV1.StringToSign(request, target);
        string expected = v4 ? OssV4.Sign(secret, toSign, region) : OssV1.Sign(secret, toSign);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(given))
            ? account
            : throw new OssException(403, "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your key and signing method.")
            {
                Details = [("OSSAccessKeyId", id), ("SignatureProvided", given), ("StringToSign", toSign)],
            };
    }

    private static (string Secret, Account Account) Find(KeyRing keys, string id, string? token, DateTimeOffset now)
    {
        try
        {
            return keys.Find(id, token, now);
        }
        catch (ApiException error)
        {
            throw error.Code switch
            {
                "InvalidAccessKeyId.NotFound" => new OssException(403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records."),
                "InvalidSecurityToken.Expired" => new OssException(403, "SecurityTokenExpired", "The security token you provided has expired."),
                _ => new OssException(403, "InvalidSecurityToken", "The security token you provided is invalid."),
            };
        }
    }

    private static void CheckClock(WireRequest request, bool v4, DateTimeOffset now)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string? date = request.Header("x-oss-date") ?? request.Header("date");
        string format = v4 && request.Header("x-oss-date") is not null ? OssV4.DateFormat : "r";
        if (!DateTimeOffset.TryParseExact(date, format, CultureInfo.InvariantCulture, Utc, out DateTimeOffset sent))
        {
            throw new OssException(403, "AccessDenied", "OSS authentication requires a valid Date.");
        }

        if ((now - sent).Duration() > ClockWindow.Width)
        {
            throw new OssException(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
        }
    }
}
