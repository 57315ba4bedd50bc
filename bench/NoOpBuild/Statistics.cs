namespace EasDeploy.Bench;

/// <summary>A median with its 95 % interval.</summary>
internal sealed record Estimate(double Median, double Low, double High)
{
    private const int Resamples = 10_000;

    /// <summary>Percentile bootstrap of the median; the same values give the same interval.</summary>
    public static Estimate Of(IReadOnlyList<double> values)
    {
        Random chance = new(95);
        double[] medians = new double[Resamples];
        double[] sample = new double[values.Count];
        for (int i = 0; i < Resamples; i++)
        {
            for (int k = 0; k < sample.Length; k++)
            {
                sample[k] = values[chance.Next(values.Count)];
            }

            medians[i] = MedianOf(sample);
        }

        Array.Sort(medians);
        return new Estimate(MedianOf([.. values]), medians[(int)(Resamples * 0.025)], medians[(int)(Resamples * 0.975)]);
    }

    /// <param name="values">Sorted in place.</param>
    private static double MedianOf(double[] values)
    {
        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
