using System.Globalization;
using System.Text;

namespace EasDeploy.Bench;

/// <summary>The result as Markdown.</summary>
internal static class ResultPage
{
    private static readonly Dictionary<string, string> s_meanings = new()
    {
        [Arms.Without] = "no package",
        [Arms.WithoutAgain] = "no package, the same again: the noise",
        [Arms.WithEasDeploy] = "EasDeploy.Build, one service, nothing to do",
        [Arms.WithMinVer] = "MinVer 8.0.0, in a git repository",
    };

    public static string Write(MachineFacts facts, int rounds, Dictionary<string, double[]> seconds)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            # No-op build

            `dotnet build --no-restore -v:q` of a one-class library with nothing to do: {rounds} rounds, every arm once in each, in random order.
            Differences and ratios are medians over the pairs of a round, with bootstrap 95 % intervals. Written by `bench/NoOpBuild`.

            | arm | project | median | difference to A | ratio to A |
            |---|---|---|---|---|

            """);
        double[] without = seconds[Arms.Without];
        foreach (string name in Arms.Names)
        {
            double[] own = seconds[name];
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {s_meanings[name]} | {Milliseconds(Estimate.Of(own))} | ");
            page.Append(name == Arms.Without
                ? "– | – |\n"
                : $"{Signed(Estimate.Of(Pairs(own, without, (mine, other) => mine - other)))} | {Ratio(Estimate.Of(Pairs(own, without, (mine, other) => mine / other)))} |\n");
        }

        return page.Append('\n').Append(facts.AsList(MachineFacts.Load())).Append('\n').ToString();
    }

    private static List<double> Pairs(double[] mine, double[] other, Func<double, double, double> compare) => [.. mine.Zip(other, compare)];

    private static string Milliseconds(Estimate value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.Median * 1000:0} ms ({value.Low * 1000:0} to {value.High * 1000:0})");

    private static string Signed(Estimate value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.Median * 1000:+0.0;-0.0;0.0} ms ({value.Low * 1000:+0.0;-0.0;0.0} to {value.High * 1000:+0.0;-0.0;0.0})");

    private static string Ratio(Estimate value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.Median:0.000} ({value.Low:0.000} to {value.High:0.000})");
}
