using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace EasDeploy.Tool.Output;

/// <summary>Breaks a sentence between words, where a terminal would cut it in the middle of one.</summary>
internal static partial class WordWrap
{
    private const string Indent = "  ";
    private const string CommandStart = "'dotnet";

    /// <param name="text">One line. Several are a table, a document or a command to copy: they stay as they are.</param>
    /// <param name="width">Columns; a word that is wider stands alone, and so does a command in quotes, which is pasted as a whole.</param>
    public static string Of(string text, int width)
    {
        if (text.Contains('\n', StringComparison.Ordinal) || Cells(text) <= width)
        {
            return text;
        }

        StringBuilder wrapped = new();
        int used = 0;
        string separator = "";
        foreach (string word in Words(text))
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

    private static IEnumerable<string> Words(string text)
    {
        string command = "";
        foreach (string part in text.Split(' '))
        {
            string word = command.Length > 0 ? $"{command} {part}" : part;
            bool isOpen = part == CommandStart || (command.Length > 0 && !part.Contains('\'', StringComparison.Ordinal));
            command = isOpen ? word : "";
            if (!isOpen)
            {
                yield return word;
            }
        }

        // A quote that nobody closed: the rest is a sentence after all.
        foreach (string word in command.Length > 0 ? command.Split(' ') : [])
        {
            yield return word;
        }
    }

    private static int Cells(string text) => Colour().Replace(text, "").GetCellWidth();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
