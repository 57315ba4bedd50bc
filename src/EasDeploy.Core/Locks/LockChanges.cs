using System.Collections.Immutable;
using EasDeploy.Diagnostics;

namespace EasDeploy.Locks;

/// <summary>What moved between two locks, in words.</summary>
public static class LockChanges
{
    /// <returns>One line per service that came or went, and one per fact that changed; empty = they say the same.</returns>
    public static ImmutableArray<string> Between(LockFile? before, LockFile after)
    {
        if (before is null)
        {
            return [.. Names(after).Select(name => $"{name.Shown()} is new")];
        }

        HashSet<string> kept = [.. Names(after).Intersect(Names(before), StringComparer.Ordinal)];
        SortedDictionary<string, string> now = LockText.FactsOf(Only(after, kept));
        SortedDictionary<string, string> then = LockText.FactsOf(Only(before, kept));
        IEnumerable<string> moved = then.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(fact => then.GetValueOrDefault(fact) != now.GetValueOrDefault(fact))
            .Select(fact => (then.GetValueOrDefault(fact), now.GetValueOrDefault(fact)) switch
            {
                ({ } was, { } becomes) => $"{fact.Shown(200)}: '{was.Shown()}' becomes '{becomes.Shown()}'",
                (null, { } becomes) => $"{fact.Shown(200)}: '{becomes.Shown()}' is new",
                var (was, _) => $"{fact.Shown(200)}: '{was!.Shown()}' is gone",
            });
        return
        [
            .. Names(before).Except(kept).Select(name => $"{name.Shown()} is gone"),
            .. Names(after).Except(kept).Select(name => $"{name.Shown()} is new"),
            .. before.IsEmulated == after.IsEmulated ? [] : (string[])[after.IsEmulated ? "the facts are an emulator's now" : "the facts are the cloud's now"],
            .. moved,
        ];
    }

    private static IEnumerable<string> Names(LockFile held) => held.Services.Keys.Order(StringComparer.Ordinal);

    private static LockFile Only(LockFile held, HashSet<string> names) =>
        held with { Services = held.Services.RemoveRange(held.Services.Keys.Where(name => !names.Contains(name))) };
}
