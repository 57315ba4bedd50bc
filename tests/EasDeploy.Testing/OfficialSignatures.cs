using System.Text.Json;
using System.Text.Json.Nodes;
using CliWrap.Buffered;

namespace EasDeploy.Testing;

/// <summary>Signatures as the official Node libraries compute them (tests/conformance/sign.mjs).</summary>
public static class OfficialSignatures
{
    /// <param name="requests">One object per request; <c>scheme</c> is <c>acs3 roa1 rpc1 oss4 oss1</c>.</param>
    /// <returns>One answer per request, in order.</returns>
    public static async Task<IReadOnlyList<JsonObject>> OfAsync(IEnumerable<JsonObject> requests, CancellationToken ct)
    {
        BufferedCommandResult result = await NodeScripts.RunAsync("sign.mjs", [], new JsonArray([.. requests]).ToJsonString(), ct);
        return result.ExitCode == 0
            ? [.. JsonNode.Parse(result.StandardOutput)!.AsArray().Select(a => a!.AsObject())]
            : throw new InvalidOperationException(result.StandardError);
    }

    /// <returns>A JSON object of texts.</returns>
    public static JsonObject Texts(IEnumerable<KeyValuePair<string, string>> pairs) => new(pairs.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));
}
