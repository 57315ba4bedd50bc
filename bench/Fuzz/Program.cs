using System.Globalization;
using EasDeploy.Fuzzing;
using EasDeploy.Planted;

int count = Number("--count", 1_000_000);
int seed = Number("--seed", 20261123);
TimeSpan limit = TimeSpan.FromSeconds(1);
Fuzzer fuzzer = new(seed, ValidServiceText.Documents);
bool isGood = true;
string kind = Array.IndexOf(args, "--kind") is var named and >= 0 && named + 1 < args.Length ? args[named + 1] : "";
Dictionary<string, Func<int, FuzzReport>> targets = new()
{
    ["documents"] = fuzzer.Documents,
    ["items"] = fuzzer.Items,
    ["tags"] = fuzzer.Tags,
    ["lock"] = fuzzer.Locks,
    ["answers"] = new AnswerFuzzer(seed).Answers,
};
foreach (Func<int, FuzzReport> target in targets.Where(one => kind.Length == 0 || one.Key == kind).Select(one => one.Value))
{
    FuzzReport report = target(count);
    Console.WriteLine(report);
    foreach (string failure in report.Failures)
    {
        Console.WriteLine(failure);
    }

    isGood &= report.FailureCount == 0 && report.Slowest < limit && report.ShareReached >= 0.2;
}

return isGood ? 0 : 1;

int Number(string name, int usual) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length
    && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : usual;
