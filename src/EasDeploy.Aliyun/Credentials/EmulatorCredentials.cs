namespace EasDeploy.Aliyun.Credentials;

/// <summary>The emulator's published test keys: no secret, and the only keys ever sent to a loopback address.</summary>
/// <remarks>Source: design.md section 3 (<c>EasEndpoint</c>) and section 9.</remarks>
public static class EmulatorCredentials
{
    public const string AccessKeyId = "emulatorTestKeyId";
    public const string AccessKeySecret = "emulatorTestKeySecret";

    public static CredentialSource Source { get; } =
        new StaticCredentials("emulator test keys", new AccessKey(AccessKeyId, new(AccessKeySecret), default));
}
