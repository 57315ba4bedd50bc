using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Signing;

/// <summary>The access keys an emulator knows.</summary>
internal sealed class KeyRing
{
    private readonly Dictionary<string, (string Secret, Account Account)> _keys = new(StringComparer.Ordinal)
    {
        [EmulatorKeys.AccessKeyId] = (EmulatorKeys.AccessKeySecret, new Account(Account.FirstUid)),
        [EmulatorKeys.OtherAccessKeyId] = (EmulatorKeys.OtherAccessKeySecret, new Account(Account.SecondUid)),
    };

    /// <exception cref="ApiException">404 <c>InvalidAccessKeyId.NotFound</c>. Source: openapi.md §4.2.</exception>
    public (string Secret, Account Account) Find(string accessKeyId) =>
        _keys.TryGetValue(accessKeyId, out (string, Account) entry)
            ? entry
            : throw new ApiException(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
}
