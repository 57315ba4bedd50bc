using System.Text.Json;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Eas;

/// <summary>What the client must know of a service JSON: its name.</summary>
internal static class ServiceBody
{
    /// <returns><c>metadata.name</c>, else a top-level <c>name</c>, else null.</returns>
    /// <remarks>Source: openapi.md section 5.3: the vendor's sample writes the name at top level.</remarks>
    public static string? NameOf(ReadOnlyMemory<byte> body)
    {
        using JsonDocument? document = ApiAnswer.ParseObject(body);
        return document?.RootElement.Field("metadata").Text("name") ?? document?.RootElement.Text("name");
    }
}
