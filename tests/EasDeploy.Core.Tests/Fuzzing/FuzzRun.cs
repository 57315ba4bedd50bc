using System.Diagnostics;

namespace EasDeploy.Fuzzing;

/// <summary>Judges inputs one after the other and counts what becomes of them.</summary>
internal static class FuzzRun
{
    private const int ShownFailures = 20;

    /// <param name="seed">Same seed, same inputs.</param>
    /// <param name="judge">Makes an input from the random numbers; true = it got as far as the rules.</param>
    public static FuzzReport Of(string target, int seed, int count, Func<Random, bool> judge)
    {
        List<string> failures = [];
        int failed = 0;
        int reached = 0;
        TimeSpan slowest = TimeSpan.Zero;
        for (int input = 0; input < count; input++)
        {
            Random random = new(unchecked((seed * 1_000_003) + input));
            long start = Stopwatch.GetTimestamp();
            try
            {
                reached += judge(random) ? 1 : 0;
            }
            catch (Exception wrong)
            {
                reached++;
                failed++;
                if (failures.Count < ShownFailures)
                {
                    failures.Add(FormattableString.Invariant($"input {input}: {wrong}"));
                }
            }

            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            slowest = taken > slowest ? taken : slowest;
        }

        return new FuzzReport(target, count, reached, [.. failures], failed, slowest);
    }
}
