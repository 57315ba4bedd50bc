namespace EasDeploy.Bench;

/// <summary>Paired, interleaved runs: each round builds every arm once, in an order drawn anew.</summary>
internal static class Measurement
{
    private const int WarmUps = 3;

    /// <returns>Seconds per arm; the same index is the same round.</returns>
    public static Dictionary<string, double[]> Run(Arms arms, int rounds)
    {
        Dictionary<string, double[]> seconds = Arms.Names.ToDictionary(name => name, _ => new double[rounds]);
        Random order = new(20261122);
        for (int round = -WarmUps; round < rounds; round++)
        {
            string[] turn = [.. Arms.Names];
            order.Shuffle(turn);
            foreach (string name in turn)
            {
                double taken = arms.Build(name).TotalSeconds;
                if (round >= 0)
                {
                    seconds[name][round] = taken;
                }
            }

            if ((round + 1) % 10 == 0)
            {
                Console.WriteLine($"{Math.Max(round + 1, 0)} of {rounds} rounds");
            }
        }

        return seconds;
    }
}
