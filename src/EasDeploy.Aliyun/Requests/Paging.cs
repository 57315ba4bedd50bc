using System.Collections.Immutable;
using System.Text.Json;
using EasDeploy.Aliyun.Transports;

namespace EasDeploy.Aliyun.Requests;

/// <summary>Follows PageNumber/PageSize lists to the last page.</summary>
/// <remarks>Source: openapi.md section 5.1: stop when a page is empty or as many rows as TotalCount have come.</remarks>
internal static class Paging
{
    /// <summary>Far above any real list; ends a server that never does.</summary>
    private const int LastPage = 1000;

    private const int Side = 4;

    /// <param name="page">Builds the request of a page, 1-based.</param>
    /// <param name="list">
    /// Field that holds the rows, <c>Vpcs.Vpc</c> for a wrapped list; its absence on the first page is an error unless TotalCount is 0.
    /// </param>
    /// <param name="read">Reads a row; null = the row has no identity and is left out.</param>
    /// <param name="key">Identity of a row: a list that shifts between two pages shows a row twice.</param>
    /// <remarks>After the first page the rest is asked for side by side, a few at a time.</remarks>
    public static async Task<ImmutableArray<T>> CollectAsync<T>(
        IAliyunTransport transport, Func<int, ApiRequest> page, string list, Func<JsonElement, T?> read, Func<T, string> key, CancellationToken ct)
        where T : class
    {
        ImmutableArray<T>.Builder rows = ImmutableArray.CreateBuilder<T>();
        HashSet<string> seen = new(StringComparer.Ordinal);
        Page<T> first = await ReadAsync(transport, page(1), list, read, isFirst: true, ct).ConfigureAwait(false);
        Append(first);
        int received = first.Count;
        int next = 2;
        while (received > 0 && received < (first.Total ?? long.MaxValue) && next <= LastPage)
        {
            long wanted = first.Total is { } total ? (total - received + first.Count - 1) / first.Count : 1;
            int side = (int)Math.Clamp(wanted, 1, Side);
            int from = next;
            Page<T>[] pages = await Task.WhenAll(
                Enumerable.Range(from, side).Select(n => ReadAsync(transport, page(n), list, read, isFirst: false, ct))).ConfigureAwait(false);
            next += side;
            int fresh = 0;
            foreach (Page<T> more in pages)
            {
                fresh += Append(more);
                received += more.Count;
            }

            // Empty pages, or a server that answers every page number with the same rows.
            if (fresh == 0)
            {
                break;
            }
        }

        return rows.ToImmutable();

        int Append(Page<T> more)
        {
            int before = rows.Count;
            rows.AddRange(more.Rows.Where(row => seen.Add(key(row))));
            return rows.Count - before;
        }
    }

    /// <summary>Follows a NextToken list: each page names the next one, so they come one after the other.</summary>
    /// <param name="page">Builds the request for a token; null = the first page.</param>
    /// <remarks>Source: openapi.md section 7: an empty or absent NextToken ends the list.</remarks>
    public static async Task<ImmutableArray<T>> FollowAsync<T>(
        IAliyunTransport transport, Func<string?, ApiRequest> page, string list, Func<JsonElement, T?> read, CancellationToken ct)
        where T : class
    {
        ImmutableArray<T>.Builder rows = ImmutableArray.CreateBuilder<T>();
        HashSet<string> tokens = new(StringComparer.Ordinal);
        string? token = null;
        do
        {
            ApiRequest request = page(token);
            using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
            JsonElement found = List(answer.RootElement, list);
            if (found.ValueKind != JsonValueKind.Array)
            {
                throw ApiAnswer.Lacks(request, list);
            }

            rows.AddRange(found.EnumerateArray().Select(read).OfType<T>());
            token = answer.RootElement.Text("NextToken");
        }
        while (!string.IsNullOrEmpty(token) && tokens.Add(token) && tokens.Count < LastPage);
        return rows.ToImmutable();
    }

    private static async Task<Page<T>> ReadAsync<T>(
        IAliyunTransport transport, ApiRequest request, string list, Func<JsonElement, T?> read, bool isFirst, CancellationToken ct)
        where T : class
    {
        using JsonDocument answer = await transport.SendAsync(request, ct).ConfigureAwait(false);
        JsonElement root = answer.RootElement;
        long? total = root.Whole("TotalCount");
        if (isFirst && List(root, list).ValueKind != JsonValueKind.Array && total != 0)
        {
            throw ApiAnswer.Lacks(request, list);
        }

        JsonElement rows = List(root, list);
        JsonElement[] items = rows.ValueKind == JsonValueKind.Array ? [.. rows.EnumerateArray()] : [];
        return new Page<T>([.. items.Select(read).OfType<T>()], items.Length, total);
    }

    private static JsonElement List(JsonElement root, string path)
    {
        foreach (string name in path.Split('.'))
        {
            root = root.Field(name);
        }

        return root;
    }

    private sealed record Page<T>(IReadOnlyList<T> Rows, int Count, long? Total);
}
