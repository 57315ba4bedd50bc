using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Wizard;

/// <summary>A list to choose from.</summary>
/// <param name="Columns">Without the number column.</param>
/// <param name="Names">What selects a row when it is entered whole: ids and names.</param>
internal sealed record RowList<T>(
    Question Question, ImmutableArray<TableColumn<T>> Columns, ImmutableArray<T> Rows, Func<T, IReadOnlyList<string>> Names)
    where T : class
{
    /// <summary>Last line of a list that fits on one page.</summary>
    public string Footer { get; init; } = "Enter number to select:";

    /// <summary>What may be entered beside the rows; null = nothing.</summary>
    public Func<string, T?>? FreeEntry { get; init; }

    /// <summary>Rows on one page. Source: deployment workflow, core principle 2.</summary>
    public int PageSize { get; init; } = 10;

    /// <summary>Rows a person may choose together: several numbers, separated by commas.</summary>
    public bool TakesSeveral { get; init; }
}

/// <summary>Pages of ten with the workflow's footer: a number, <c>n</c>, a keyword, <c>all</c>.</summary>
/// <remarks>Source: deployment workflow, core principle 2.</remarks>
internal static class RowChooser
{
    public static async Task<T> ChooseAsync<T>(this Conversation talk, RowList<T> list, CancellationToken ct)
        where T : class =>
        (await talk.ChooseSeveralAsync(list, ct))[0];

    public static async Task<ImmutableArray<T>> ChooseSeveralAsync<T>(this Conversation talk, RowList<T> list, CancellationToken ct)
        where T : class
    {
        if (list.Rows.IsEmpty)
        {
            throw talk.NothingToChoose(list.Question);
        }

        (ImmutableArray<T> shown, int first, int pageSize) = (list.Rows, 0, list.PageSize);
        while (true)
        {
            Show(talk, list, shown, first, pageSize);
            while (true)
            {
                Reply reply = await talk.ReadAsync(list.Question, ct);
                if (Picked(list, shown, reply.Text) is { IsEmpty: false } picked)
                {
                    return picked;
                }

                if (list.FreeEntry?.Invoke(reply.Text) is { } entered)
                {
                    return [entered];
                }

                if (string.Equals(reply.Text, "n", StringComparison.OrdinalIgnoreCase))
                {
                    first = first + pageSize < shown.Length ? first + pageSize : 0;
                    break;
                }

                if (string.Equals(reply.Text, "all", StringComparison.OrdinalIgnoreCase))
                {
                    (shown, first, pageSize) = (list.Rows, 0, Math.Max(list.Rows.Length, 1));
                    break;
                }

                ImmutableArray<T> hits = IsNumber(reply.Text) || reply.Text.Length == 0 ? [] : Matching(list, reply.Text);
                if (reply.IsWritten && hits.Length == 1)
                {
                    return hits;
                }

                if (!hits.IsEmpty && !reply.IsWritten)
                {
                    (shown, first, pageSize) = (hits, 0, list.PageSize);
                    break;
                }

                talk.Refuse(list.Question, reply.Text, $"a number from 1 to {shown.Length}, or a keyword that is in the list");
            }
        }
    }

    private static void Show<T>(Conversation talk, RowList<T> list, ImmutableArray<T> shown, int first, int pageSize)
        where T : class
    {
        T[] page = [.. shown.Skip(first).Take(pageSize)];
        talk.Say(new Listing<T>("rows", list.Columns, []).Table(page, first + 1, talk.Width).TrimEnd('\n'));
        if (list.Rows.Length > list.PageSize)
        {
            talk.Say(string.Create(CultureInfo.InvariantCulture, $"\nTotal: {shown.Length}, showing {first + 1}-{first + page.Length}"));
            talk.Say((list.TakesSeveral ? "Enter numbers to select (e.g. 1,2)" : "Enter number to select") + " | 'n' next page | keyword filter | 'all' show all");
        }
        else
        {
            talk.Say("\n" + list.Footer);
        }
    }

    private static ImmutableArray<T> Picked<T>(RowList<T> list, ImmutableArray<T> shown, string text)
        where T : class
    {
        ImmutableArray<T>.Builder picked = ImmutableArray.CreateBuilder<T>();
        foreach (string part in list.TakesSeveral ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text])
        {
            ImmutableArray<T> named = [.. list.Rows.Where(row => list.Names(row).Contains(part, StringComparer.Ordinal)).Take(1)];
            if (!named.IsEmpty)
            {
                picked.Add(named[0]);
            }
            else if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= shown.Length)
            {
                picked.Add(shown[number - 1]);
            }
            else
            {
                return [];
            }
        }

        return picked.ToImmutable();
    }

    private static ImmutableArray<T> Matching<T>(RowList<T> list, string keyword)
        where T : class =>
        [.. list.Rows.Where(row => list.Columns.Select(column => column.Text(row)).Concat(list.Names(row)).Any(cell => cell.Contains(keyword, StringComparison.OrdinalIgnoreCase)))];

    private static bool IsNumber(string text) => text.Length > 0 && text.All(letter => char.IsAsciiDigit(letter) || letter == ',');
}
