using System.Text;

namespace EasDeploy.Aliyun.Tests.Wire;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Target">Raw request target: nothing decoded.</param>
/// <param name="Headers">By lower-case name.</param>
internal sealed record StubRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Path => Target.Split('?')[0];

    public string? Query(string name) => Target.Split('?', 2) is [_, { } query]
        ? query.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair[0] == name).Select(pair => Uri.UnescapeDataString(pair[1])).FirstOrDefault()
        : null;

    public string Everything => $"{Method} {Target}\n{string.Join('\n', Headers.Select(pair => $"{pair.Key}: {pair.Value}"))}\n{Encoding.UTF8.GetString(Body)}";
}
