using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace EasDeploy.Tool.Output;

/// <summary>A table in the workflow's form: bars and dashes, one space around each cell. Cells that do not fit are folded.</summary>
/// <remarks>Source: deployment workflow, step 1.2 "Display format".</remarks>
internal static class TextTable
{
    /// <param name="rows">As many cells as <paramref name="headers"/>.</param>
    /// <param name="width">Columns there are; <see cref="ToolConsole.Unlimited"/> = no folding.</param>
    /// <returns>Every line with its end.</returns>
    public static string Render(IEnumerable<string> headers, IEnumerable<IReadOnlyList<string>> rows, int width)
    {
        Table table = new() { Border = Bars.Border, UseSafeBorder = false };
        foreach (string header in headers)
        {
            table.AddColumn(new TableColumn(new Text(header)));
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Drawing.To(text, width, hasColours: false).Write(table);
        return text.ToString().ReplaceLineEndings("\n");
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
