namespace EasDeploy.Emulator;

/// <summary>The fixed test keys. They are public on purpose and open nothing but an emulator.</summary>
public static class EmulatorKeys
{
    /// <summary>Access key of the account that owns the seed data (uid 1234567890123456).</summary>
    public const string AccessKeyId = "emulatorTestKeyId";

    /// <summary>Secret of <see cref="AccessKeyId"/>.</summary>
    public const string AccessKeySecret = "emulatorTestKeySecret";

    /// <summary>Access key of a second account: it meets <c>Forbidden.PrivilegeCheckFailed</c> on the first one's services.</summary>
    public const string OtherAccessKeyId = "emulatorOtherKeyId";

    /// <summary>Secret of <see cref="OtherAccessKeyId"/>.</summary>
    public const string OtherAccessKeySecret = "emulatorOtherKeySecret";

    /// <summary>The one bearer token that is taken; it speaks for the first account.</summary>
    public const string BearerToken = "emulatorTestBearerToken";
}
