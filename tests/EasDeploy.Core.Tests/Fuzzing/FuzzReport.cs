using System.Collections.Immutable;

namespace EasDeploy.Fuzzing;

/// <summary>What a run of mutated inputs gave.</summary>
/// <param name="Reached">Inputs that got as far as the rules.</param>
/// <param name="Failures">Inputs that threw: number of the input and the exception, twenty at most.</param>
/// <param name="FailureCount">All of them.</param>
/// <param name="Slowest">Longest time one input took, of two tries where the first was long.</param>
internal sealed record FuzzReport(string Target, int Count, int Reached, ImmutableArray<string> Failures, int FailureCount, TimeSpan Slowest)
{
    public double ShareReached => Count == 0 ? 0 : (double)Reached / Count;

    public override string ToString() => FormattableString.Invariant(
        $"{Target}: {Count} inputs, {FailureCount} exceptions, {ShareReached:P1} reached the rules, slowest {Slowest.TotalMilliseconds:F0} ms");
}
