using System.Globalization;
using System.Text;

namespace EasDeploy.Diagnostics;

/// <summary>Shows text of the author in a message: short, on one line, and unable to rewrite the line it stands in.</summary>
public static class AuthorText
{
    /// <summary>Characters of a value that a message repeats at most.</summary>
    public const int Limit = 80;

    /// <param name="limit">Characters to keep; what follows becomes <c>…</c>.</param>
    /// <returns>The text with control, format and separator characters as <c>\u0000</c>.</returns>
    public static string Shown(this string text, int limit = Limit)
    {
        StringBuilder shown = new(Math.Min(text.Length, limit) + 1);
        foreach (Rune rune in text.EnumerateRunes())
        {
            string next = Shown(rune);
            if (shown.Length + next.Length > limit)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(next);
        }

        return shown.ToString();
    }

    /// <summary>One character; a lone surrogate arrives as U+FFFD.</summary>
    public static string Shown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
            string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
        _ => rune.ToString(),
    };
}
