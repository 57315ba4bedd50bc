using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules;

/// <summary>Says a finding in the words of a document: whoever wrote JSON looks for its keys, and pastes them.</summary>
internal static partial class DocumentWords
{
    /// <param name="finding">In the words of items: <c>Set Replicas="1"</c> becomes <c>Set "instance": 1</c>.</param>
    public static Diagnostic Of(Diagnostic finding) => finding with { Message = Words().Replace(finding.Message, InDocument) };

    private static string InDocument(Match match)
    {
        if (match.Groups["name"].Value == Metadata.Model && match.Groups["value"] is { Success: true, Value: var folder })
        {
            return $$"""{{match.Groups["lead"].Value}}"storage": [{ "mount_path": "/model_dir", "oss": { "path": "{{folder}}" } }]""";
        }

        bool isMeant = match.Groups["value"].Success || match.Groups["lead"].Success || match.Groups["quoted"].Success;
        if (!isMeant || ConfigKeys.Find(match.Groups["name"].Value) is not { } key)
        {
            return match.Value;
        }

        string name = $"{match.Groups["lead"].Value}\"{key.Pointer[(key.Pointer.LastIndexOf('/') + 1)..]}\"";
        string value = match.Groups["value"].Value;
        bool isBare = ((key.Type & (JsonTypes.WholeNumber | JsonTypes.Number)) != 0 && value.All(char.IsAsciiDigit)) || key.Type == JsonTypes.Flag;
        return match.Groups["value"].Success ? $"{name}: {(isBare ? value : $"\"{value}\"")}" : name;
    }

    // A name with its value, one behind a comma or a word that a name follows, or one before a quoted value. In running text "Memory" may be a word.
    [GeneratedRegex(
        @"(?:(?<lead>, )|(?<![\w'""])(?<lead>(?:[Ss]et|[Ll]ower|[Rr]aise|[Rr]emove|[Ww]rite|in|no|neither|nor|or|and|use) )?)"
            + @"(?<name>[A-Z][A-Za-z]+)\b(?:=""(?<value>[^""]*)"")?(?<quoted>(?= '))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
