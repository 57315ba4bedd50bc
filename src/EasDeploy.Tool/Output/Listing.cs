using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace EasDeploy.Tool.Output;

/// <param name="Header">As the workflow writes it.</param>
internal sealed record TableColumn<T>(string Header, Func<T, string> Text);

/// <param name="Key">Member name in the JSON form.</param>
internal sealed record JsonField<T>(string Key, Func<T, object?> Value);

/// <summary>How rows of one kind are shown, to people and to programs.</summary>
/// <param name="Name">Plural noun: the verb <c>list</c> takes it, the JSON form has its rows under it.</param>
internal sealed record Listing<T>(string Name, ImmutableArray<TableColumn<T>> Columns, ImmutableArray<JsonField<T>> Fields)
{
    /// <summary>The rows with the keyword in any cell, whatever the case; no keyword = all.</summary>
    public ImmutableArray<T> Filter(IEnumerable<T> rows, string? keyword) => string.IsNullOrWhiteSpace(keyword)
        ? [.. rows]
        : [.. rows.Where(row => Columns.Any(column => column.Text(row).Contains(keyword.Trim(), StringComparison.OrdinalIgnoreCase)))];

    /// <summary>The table with the workflow's first column <c>#</c>.</summary>
    /// <param name="firstNumber">Number of the first row: the page's place in the whole list.</param>
    public string Table(IEnumerable<T> rows, int firstNumber, int width) => TextTable.Render(
        ["#", .. Columns.Select(column => column.Header)],
        rows.Select((row, index) =>
            (IReadOnlyList<string>)[(firstNumber + index).ToString(CultureInfo.InvariantCulture), .. Columns.Select(column => column.Text(row))]),
        width);

    /// <summary>The rows as one member, for <see cref="JsonOutput.Write"/>.</summary>
    public void WriteRows(Utf8JsonWriter json, IEnumerable<T> rows)
    {
        json.WriteStartArray(Name);
        foreach (T row in rows)
        {
            json.WriteStartObject();
            WriteFields(json, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void WriteFields(Utf8JsonWriter json, T row)
    {
        foreach (JsonField<T> field in Fields)
        {
            json.WritePropertyName(field.Key);
            JsonOutput.WriteValue(json, field.Value(row));
        }
    }
}
