using System.Text.Json.Nodes;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Timed scaling rules of a document, in both places they may stand.</summary>
/// <remarks>Source: service-config.md section 1: <c>metadata.cronscaler</c> is the second one.</remarks>
internal static class Cronscalers
{
    /// <param name="patterns">JSON pointers below the section, as <see cref="ConfigWalk.Find(ConfigText, string)"/> reads them.</param>
    public static IEnumerable<(string Pointer, JsonNode Node)> Find(ConfigText text, params IEnumerable<string> patterns) =>
        ((string[])["/cronscaler", "/metadata/cronscaler"]).SelectMany(section => patterns.SelectMany(pattern => ConfigWalk.Find(text, section + pattern)));
}
