using System.Diagnostics;

namespace EasDeploy.Fuzzing;

/// <summary>Judges inputs one after the other and counts what becomes of them.</summary>
internal static class FuzzRun
{
    private const int ShownFailures = 20;

    // From here on an input is judged once more: a busy machine or the JIT compiler is no hang.
    private static readonly TimeSpan s_suspicious = TimeSpan.FromMilliseconds(200);

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
            TimeSpan taken = TimeSpan.Zero;
            try
            {
                (bool hasReached, taken) = Timed(input);
                reached += hasReached ? 1 : 0;
                if (taken > s_suspicious && Timed(input).Taken is var again && again < taken)
                {
                    taken = again;
                }
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

            slowest = taken > slowest ? taken : slowest;
        }

        return new FuzzReport(target, count, reached, [.. failures], failed, slowest);

        (bool HasReached, TimeSpan Taken) Timed(int input)
        {
            Random random = new(unchecked((seed * 1_000_003) + input));
            long start = Stopwatch.GetTimestamp();
            bool hasReached = judge(random);
            return (hasReached, Stopwatch.GetElapsedTime(start));
        }
    }
}
