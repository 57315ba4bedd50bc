using System.Globalization;

namespace EasDeploy.Bench;

/// <summary>The same work done by several arms, once each in every round and in an order drawn anew: what slows the machine down for a while hits all of them.</summary>
internal sealed class Rounds
{
    private readonly ChildRun[][] _runs;

    private Rounds(ChildRun[][] runs) => _runs = runs;

    /// <summary>One run of each arm before the rounds fills the file cache and is not counted.</summary>
    /// <param name="arguments">Of an arm.</param>
    public static Rounds Run(IReadOnlyList<Arm> arms, int count, Func<Arm, IEnumerable<string>> arguments)
    {
        Random chance = new(20);
        ChildRun[][] runs = [.. arms.Select(arm =>
        {
            ChildRun.Of(arm, arguments(arm));
            return new ChildRun[count];
        })];
        for (int round = 0; round < count; round++)
        {
            int[] order = [.. Enumerable.Range(0, arms.Count)];
            chance.Shuffle(order);
            foreach (int arm in order)
            {
                runs[arm][round] = ChildRun.Of(arms[arm], arguments(arms[arm]));
            }
        }

        return new Rounds(runs);
    }

    /// <summary>Wall time with its 95 % interval, processor time, and its ratio to the first arm inside each round: medians.</summary>
    /// <returns>Three cells of a table.</returns>
    public string Cells(int arm)
    {
        Estimate wall = Estimate.Of([.. _runs[arm].Select(run => run.WallMs)]);
        double cpu = Estimate.Of([.. _runs[arm].Select(run => run.CpuMs)]).Median;
        double ratio = Estimate.Of([.. _runs[arm].Zip(_runs[0], (run, first) => run.CpuMs / first.CpuMs)]).Median;
        return string.Create(CultureInfo.InvariantCulture, $"{wall.Median:0} ({wall.Low:0}…{wall.High:0}) | {cpu:0} | {ratio:0.00}");
    }
}
