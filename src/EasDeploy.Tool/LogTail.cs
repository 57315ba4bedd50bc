namespace EasDeploy.Tool;

/// <summary>Tells the lines of a log that were not there at the last look. The API has no cursor, and equal lines may come twice.</summary>
internal sealed class LogTail
{
    /// <summary>More than this is asked for only once: from then on the question begins later.</summary>
    private const int Many = 1000;

    /// <summary>Longer than lines take to appear in the log. Source: assumed.</summary>
    private static readonly TimeSpan s_overlap = TimeSpan.FromMinutes(1);

    private Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private int _count;

    /// <param name="lines">The whole answer, old lines and new.</param>
    /// <returns>The new ones, in order.</returns>
    public IReadOnlyList<string> New(IReadOnlyList<string> lines)
    {
        Dictionary<string, int> now = new(StringComparer.Ordinal);
        List<string> fresh = [];
        foreach (string line in lines)
        {
            int times = now[line] = now.GetValueOrDefault(line) + 1;
            if (times > _seen.GetValueOrDefault(line))
            {
                fresh.Add(line);
            }
        }

        (_seen, _count) = (now, lines.Count);
        return fresh;
    }

    /// <summary>Where the next question begins; moves on once the answers have become long.</summary>
    public DateTimeOffset? NextStart(DateTimeOffset? start, DateTimeOffset now) => _count > Many ? now - s_overlap : start;
}
