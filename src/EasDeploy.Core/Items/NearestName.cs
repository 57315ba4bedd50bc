namespace EasDeploy.Items;

/// <summary>Finds the known name an author most likely meant.</summary>
public static class NearestName
{
    private const int LongestSensible = 200;

    /// <returns>The nearest of <paramref name="known"/>, or null when none is near (more than a third of the letters differ).</returns>
    public static string? Of(string written, IEnumerable<string> known)
    {
        if (written.Length > LongestSensible)
        {
            return null;
        }

        string folded = written.ToUpperInvariant();
        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string name in known)
        {
            int limit = Math.Min(Math.Max(1, name.Length / 3), bestDistance - 1);
            if (Distance(folded, name.ToUpperInvariant(), limit) is { } distance)
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }

    // Damerau-Levenshtein (optimal string alignment): a swapped pair, the most common slip, costs one. Null as soon as the limit is passed:
    // a misspelt name is compared with every name of a catalog.
    private static int? Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return null;
        }

        int width = b.Length + 1;
        Span<int> rows = width <= LongestSensible * 2 ? stackalloc int[3 * width] : new int[3 * width];
        Span<int> beforeLast = rows[..width];
        Span<int> last = rows[width..(2 * width)];
        Span<int> current = rows[(2 * width)..];
        for (int j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int distance = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                }

                current[j] = distance;
            }

            // A swap reaches over one row, so it takes two rows beyond the limit to know that the rest is too.
            if (!current.ContainsAnyInRange(0, limit) && !last.ContainsAnyInRange(0, limit))
            {
                return null;
            }

            Span<int> oldest = beforeLast;
            beforeLast = last;
            last = current;
            current = oldest;
        }

        return last[b.Length] <= limit ? last[b.Length] : null;
    }
}
