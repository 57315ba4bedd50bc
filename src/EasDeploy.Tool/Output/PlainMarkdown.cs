using System.Text;
using System.Text.RegularExpressions;

namespace EasDeploy.Tool.Output;

/// <summary>Markdown as a terminal can show it: headings stand out, code is indented, links keep their words.</summary>
internal static partial class PlainMarkdown
{
    private const string Bold = "\u001b[1m";
    private const string Plain = "\u001b[22m";

    public static string Render(string markdown, bool hasColours)
    {
        StringBuilder text = new();
        bool isCode = false;
        foreach (string line in markdown.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                continue;
            }

            text.Append(isCode ? "    " + line
                : Heading().Match(line) is { Success: true } heading ? Strong(heading.Groups["text"].Value, hasColours)
                : Rule().IsMatch(line) ? line
                : Link().Replace(line, "${words}")).Append('\n');
        }

        return text.ToString();
    }

    private static string Strong(string heading, bool hasColours) => hasColours ? Bold + heading + Plain : heading;

    [GeneratedRegex("^#+ (?<text>.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\|[-|]+\|$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
