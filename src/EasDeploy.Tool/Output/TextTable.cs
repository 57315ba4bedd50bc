using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace EasDeploy.Tool.Output;

/// <summary>A table in the workflow's form: bars and dashes, one space around each cell. Cells that do not fit are folded.</summary>
/// <remarks>Source: deployment workflow, step 1.2 "Display format".</remarks>
internal static class TextTable
{
    private const int NarrowestHeader = 10;

    /// <param name="rows">As many cells as <paramref name="headers"/>.</param>
    /// <param name="width">Columns there are; <see cref="ToolConsole.Unlimited"/> = no folding.</param>
    /// <returns>Every line with its end.</returns>
    public static string Render(IEnumerable<string> headers, IEnumerable<IReadOnlyList<string>> rows, int width)
    {
        Table table = new() { Border = Bars.Border, UseSafeBorder = false };
        (string[] titles, IReadOnlyList<string>[] cells) = ([.. headers], [.. rows]);
        int[] widest = [.. titles.Select((_, column) => cells.Select(row => row[column].GetCellWidth()).DefaultIfEmpty(0).Max())];
        bool isTooWide = titles.Select((title, column) => Math.Max(title.GetCellWidth(), widest[column]) + 3).Sum() + 1 > width;
        for (int column = 0; column < titles.Length; column++)
        {
            // Headers give way first: an id that is folded cannot be copied.
            table.AddColumn(new TableColumn(new Text(isTooWide ? Folded(titles[column], widest[column]) : titles[column])));
        }

        foreach (IReadOnlyList<string> row in cells)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Drawing.To(text, width, hasColours: false).Write(table);
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Breaks after blanks and slashes, so that no line is wider than wanted as far as its words allow.</summary>
    private static string Folded(string header, int width)
    {
        StringBuilder folded = new();
        int line = 0;
        foreach (string part in header.Replace("/", "/\0", StringComparison.Ordinal).Replace(" ", " \0", StringComparison.Ordinal).Split('\0'))
        {
            if (line > 0 && line + part.TrimEnd().Length > Math.Max(width, NarrowestHeader))
            {
                folded.Length = folded.ToString().TrimEnd().Length;
                folded.Append('\n');
                line = 0;
            }

            folded.Append(part);
            line += part.Length;
        }

        return folded.ToString();
    }

    private sealed class Bars : TableBorder
    {
        public static Bars Border { get; } = new();

        public override string GetPart(TableBorderPart part) => part switch
        {
            TableBorderPart.HeaderBottom => "-",
            TableBorderPart.HeaderLeft or TableBorderPart.HeaderSeparator or TableBorderPart.HeaderRight
                or TableBorderPart.HeaderBottomLeft or TableBorderPart.HeaderBottomSeparator or TableBorderPart.HeaderBottomRight
                or TableBorderPart.CellLeft or TableBorderPart.CellSeparator or TableBorderPart.CellRight => "|",
            _ => "",
        };
    }
}
