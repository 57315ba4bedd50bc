namespace EasDeploy.AliyunStandIn;

/// <summary>The call never left this machine.</summary>
internal sealed class UsageException(int exitCode, string message) : Exception(message)
{
    /// <summary>1 flag, 2 unknown word, 3 configuration.</summary>
    public int ExitCode { get; } = exitCode;
}
