using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Control;

/// <summary>The newest requests, oldest first.</summary>
internal sealed class RequestJournal
{
    private const int Capacity = 10_000;

    /// <summary>Query values that open something or prove who asks. Source: openapi.md §9.3 (RPC v1 signs in the query), §8 (OSS), §3.2 (bearer).</summary>
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase)
    {
        "Signature", "SecurityToken", "BearerToken", "OIDCToken", "security-token", "x-oss-security-token", "x-oss-signature",
    };

    private readonly Lock _gate = new();
    private readonly Queue<JournalEntry> _entries = new();
    private long _count;

    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    public void Add(DateTimeOffset time, string method, string? action, string path, string query, int status)
    {
        lock (_gate)
        {
            _entries.Enqueue(new JournalEntry(++_count, time, method, action, path, Hidden(query), status));
            if (_entries.Count > Capacity)
            {
                _entries.Dequeue();
            }
        }
    }

    /// <summary>Leaves names and order as sent, and stars where a secret stood.</summary>
    private static string Hidden(string query) => string.Join('&', query.Split('&').Select(pair => pair.Split('=', 2) is [string name, not ""]
        && Secret.Contains(PercentEncoding.Decode(name)) ? name + "=***" : pair));
}
