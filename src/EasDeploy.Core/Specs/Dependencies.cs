namespace EasDeploy.Specs;

/// <summary>Which service waits for which.</summary>
public static class Dependencies
{
    /// <param name="waitsFor">Names by name; a name that is no key waits for nothing.</param>
    /// <returns>Names on a circle, the first one again at the end; null when there is none. The same circle whatever the order of the keys.</returns>
    public static IReadOnlyList<string>? FindCircle(IReadOnlyDictionary<string, IReadOnlyList<string>> waitsFor)
    {
        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (string start in waitsFor.Keys.Order(StringComparer.Ordinal))
        {
            if (Walk(start, []) is { } circle)
            {
                return circle;
            }
        }

        return null;

        IReadOnlyList<string>? Walk(string name, List<string> path)
        {
            if (path.IndexOf(name) is >= 0 and var first)
            {
                return [.. path.Skip(first), name];
            }

            if (!done.Contains(name) && waitsFor.TryGetValue(name, out IReadOnlyList<string>? others))
            {
                path.Add(name);
                foreach (string other in others)
                {
                    if (Walk(other, path) is { } circle)
                    {
                        return circle;
                    }
                }

                path.RemoveAt(path.Count - 1);
                done.Add(name);
            }

            return null;
        }
    }
}
