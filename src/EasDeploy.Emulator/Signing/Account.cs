namespace EasDeploy.Emulator.Signing;

/// <summary>Who signed a request.</summary>
/// <param name="Uid">Account id, 16 digits; the first account owns the seed data.</param>
/// <param name="Session"><c>role/session</c> for temporary credentials, null for the account's own key.</param>
internal sealed record Account(string Uid, string? Session = null)
{
    public const string FirstUid = "1234567890123456";

    public const string SecondUid = "6543210987654321";

    /// <summary>True for the account whose workspaces, resource groups, gateways and buckets the seeds hold.</summary>
    public bool OwnsSeeds => Uid == FirstUid;
}
