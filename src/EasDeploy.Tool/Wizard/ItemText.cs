using System.Security;
using System.Text;
using EasDeploy.Items;

namespace EasDeploy.Tool.Wizard;

/// <summary>An item as a person would write it into a project: metadata as attributes, in the order of the property catalog.</summary>
internal static class ItemText
{
    private const int LongestLine = 120;

    // '%' first: it starts an escape. Without this MSBuild would read '$(…)' of a command as a property.
    private static readonly (string Letter, string Escape)[] s_escapes = [("%", "%25"), ("$", "%24"), ("@", "%40")];

    /// <param name="indent">One level.</param>
    public static string Of(string itemType, DraftItem item, string indent, string newLine)
    {
        List<string> attributes = [$"Include=\"{Value(item.Include)}\""];
        attributes.AddRange(PropertyCatalog.MetadataOf(itemType)
            .Where(declared => item.Metadata.ContainsKey(declared.Name))
            .Select(declared => $"{declared.Name}=\"{Value(item.Metadata[declared.Name])}\""));
        StringBuilder text = new StringBuilder(indent).Append(indent).Append('<').Append(itemType).Append(' ');
        string oneLine = string.Join(' ', attributes);
        if (text.Length + oneLine.Length <= LongestLine)
        {
            return text.Append(oneLine).Append(" />").ToString();
        }

        string separator = $"{newLine}{indent}{indent}{new string(' ', itemType.Length + 2)}";
        return text.AppendJoin(separator, attributes).Append(" />").ToString();
    }

    private static string Value(string text) =>
        SecurityElement.Escape(s_escapes.Aggregate(text, (written, escape) => written.Replace(escape.Letter, escape.Escape, StringComparison.Ordinal)))
            .Replace("&apos;", "'", StringComparison.Ordinal);
}
