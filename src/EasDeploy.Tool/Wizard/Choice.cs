using System.Collections.Immutable;

namespace EasDeploy.Tool.Wizard;

/// <summary>A row of a small table of options.</summary>
/// <param name="Key">Name in an answers file.</param>
internal sealed record Choice(string Key, string Title, string Description)
{
    public static RowList<Choice> List(Question question, string heading, ImmutableArray<Choice> rows) =>
        new(question, [new(heading, row => row.Title), new("Description", row => row.Description)], rows, row => [row.Key, row.Title]);
}
