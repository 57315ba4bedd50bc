using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace EasDeploy.Tool.Output;

/// <summary>Breaks a sentence between words, where a terminal would cut it in the middle of one.</summary>
internal static partial class WordWrap
{
    private const string Indent = "  ";

    /// <param name="text">One line. Several are a table, a document or a command to copy: they stay as they are.</param>
    /// <param name="width">Columns; a word that is wider stands alone.</param>
    public static string Of(string text, int width)
    {
        if (text.Contains('\n', StringComparison.Ordinal) || Cells(text) <= width)
        {
            return text;
        }

        StringBuilder wrapped = new();
        int used = 0;
        string separator = "";
        foreach (string word in text.Split(' '))
        {
            int cells = Cells(word);
            if (used > 0 && used + 1 + cells > width)
            {
                wrapped.Append('\n').Append(Indent);
                used = Indent.Length;
            }
            else
            {
                wrapped.Append(separator);
                used += separator.Length;
            }

            wrapped.Append(word);
            used += cells;
            separator = " ";
        }

        return wrapped.ToString();
    }

    private static int Cells(string text) => Colour().Replace(text, "").GetCellWidth();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
