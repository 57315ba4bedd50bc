using System.Security.Cryptography;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Signing;

/// <summary>The access keys an emulator knows: two fixed ones, and the temporary ones STS has given out.</summary>
internal sealed class KeyRing
{
    private readonly Lock _gate = new();

    private readonly Dictionary<string, Key> _keys = new(StringComparer.Ordinal)
    {
        [EmulatorKeys.AccessKeyId] = new(EmulatorKeys.AccessKeySecret, new Account(Account.FirstUid), null, DateTimeOffset.MaxValue),
        [EmulatorKeys.OtherAccessKeyId] = new(EmulatorKeys.OtherAccessKeySecret, new Account(Account.SecondUid), null, DateTimeOffset.MaxValue),
    };

    /// <param name="token">Security token sent; null when none was.</param>
    /// <exception cref="ApiException">404 InvalidAccessKeyId.NotFound, 403 MissingSecurityToken, InvalidSecurityToken.*. Source: openapi.md §4.2.</exception>
    public (string Secret, Account Account) Find(string accessKeyId, string? token, DateTimeOffset now)
    {
        Key? key;
        lock (_gate)
        {
            key = _keys.GetValueOrDefault(accessKeyId);
        }

        if (key is null)
        {
            throw new ApiException(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }

        if (key.Token is not null && token is null)
        {
            throw new ApiException(403, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
        }

        if (key.Token != token)
        {
            throw new ApiException(403, Issued(token!) ? "InvalidSecurityToken.MismatchWithAccessKey" : "InvalidSecurityToken.Malformed",
                "Specified SecurityToken does not belong to the access key.");
        }

        return key.Expires > now
            ? (key.Secret, key.Account)
            : throw new ApiException(403, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
    }

    /// <summary>Gives out temporary credentials.</summary>
    public (string AccessKeyId, string Secret, string Token) Issue(Account account, DateTimeOffset expires)
    {
        string id = "STS." + Random(22);
        string secret = Random(44);
        string token = "CAIS" + Random(120);
        lock (_gate)
        {
            _keys[id] = new Key(secret, account, token, expires);
        }

        return (id, secret, token);
    }

    private bool Issued(string token)
    {
        lock (_gate)
        {
            return _keys.Values.Any(k => k.Token == token);
        }
    }

    private static string Random(int length) =>
        RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length);

    private sealed record Key(string Secret, Account Account, string? Token, DateTimeOffset Expires);
}
