using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;

namespace EasDeploy.Emulator.Oss;

/// <summary>The OSS rows of the operation table; they are answered by <see cref="OssPlane"/>, in XML.</summary>
internal static class OssOperations
{
    public static IReadOnlyList<OperationBinding> All { get; } =
    [
        new("oss", "ListBuckets", Fidelity.Faithful, "Buckets of all regions. Path style on this address.", Elsewhere),
        new("oss", "ListObjectsV2", Fidelity.Faithful, "Also the older ListObjects, and GetObject and HeadObject of small text files; weights have a size and no content.", Elsewhere),
        new("oss", "GetBucketLocation", Fidelity.Faithful, "", Elsewhere),
    ];

    private static JsonObject Elsewhere(ApiCall call) => throw new InvalidOperationException($"emulator: {call.Operation.Action} is not a JSON operation");
}
