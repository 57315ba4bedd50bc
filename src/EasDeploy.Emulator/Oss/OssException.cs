namespace EasDeploy.Emulator.Oss;

/// <summary>A "no" of OSS, answered as XML.</summary>
/// <remarks>Source: openapi.md §8 (codes; 403 for all but the missing ones).</remarks>
internal sealed class OssException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Elements beside the usual ones, such as <c>Endpoint</c> or <c>BucketName</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];
}
