namespace EasDeploy.Emulator.Control;

/// <summary>The newest requests, oldest first.</summary>
internal sealed class RequestJournal
{
    private const int Capacity = 10_000;

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
            _entries.Enqueue(new JournalEntry(++_count, time, method, action, path, query, status));
            if (_entries.Count > Capacity)
            {
                _entries.Dequeue();
            }
        }
    }
}
