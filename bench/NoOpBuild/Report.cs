using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NoOpBuild;

/// <summary>Medians of paired differences with bootstrap intervals.</summary>
internal static class Report
{
    private const int Resamples = 10_000;

    public static string Write(Arm[] arms, Dictionary<string, List<double>> milliseconds, int rounds)
    {
        List<double> baseline = milliseconds[arms[0].Name];
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# No-op build, {rounds} rounds\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}. ");
        text.Append("`dotnet build --no-restore -v:q` of a one-class library; all arms once a round, in random order.\n\n");
        text.Append("| arm | median ms | median of (arm − A) ms | 95 % interval | ratio of medians |\n|---|---|---|---|---|\n");
        foreach (Arm arm in arms)
        {
            List<double> taken = milliseconds[arm.Name];
            double[] differences = [.. taken.Zip(baseline, (mine, base_) => mine - base_)];
            (double low, double high) = Interval(differences);
            string row = arm == arms[0]
                ? $"| {arm.Name} | {Median(taken):F0} | – | – | 1.000 |\n"
                : string.Create(CultureInfo.InvariantCulture,
                    $"| {arm.Name} | {Median(taken):F0} | {Median(differences):+0.0;−0.0} | {low:+0.0;−0.0} … {high:+0.0;−0.0} | {Median(taken) / Median(baseline):F3} |\n");
            text.Append(row);
        }

        return text.ToString();
    }

    private static (double Low, double High) Interval(double[] values)
    {
        Random random = new(7);
        double[] medians = new double[Resamples];
        double[] sample = new double[values.Length];
        for (int i = 0; i < Resamples; i++)
        {
            for (int j = 0; j < sample.Length; j++)
            {
                sample[j] = values[random.Next(values.Length)];
            }

            medians[i] = Median(sample);
        }

        Array.Sort(medians);
        return (medians[(int)(Resamples * 0.025)], medians[(int)(Resamples * 0.975)]);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
