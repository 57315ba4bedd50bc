namespace EasDeploy.Items;

/// <summary>Finds the known name an author most likely meant.</summary>
public static class NearestName
{
    /// <returns>The nearest of <paramref name="known"/>, or null when none is near (more than a third of the letters differ).</returns>
    public static string? Of(string written, IEnumerable<string> known)
    {
        const int LongestSensible = 200;
        if (written.Length > LongestSensible)
        {
            return null;
        }

        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string name in known)
        {
            int distance = Distance(written.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance < bestDistance && distance <= Math.Max(1, name.Length / 3))
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }

    // Damerau-Levenshtein (optimal string alignment): a swapped pair, the most common slip, costs one.
    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
