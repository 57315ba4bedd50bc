using System.Globalization;
using NoOpBuild;

int rounds = args is ["--rounds", var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 100;
string root = Repository.Root();
string folder = Directory.CreateTempSubdirectory("eas-bench-").FullName;
try
{
    Arm[] arms = Setup.Create(root, folder);
    Dictionary<string, List<double>> milliseconds = arms.ToDictionary(arm => arm.Name, _ => new List<double>());
    Random order = new(20261122);
    for (int round = -3; round < rounds; round++)
    {
        Arm[] shuffled = [.. arms];
        order.Shuffle(shuffled);
        foreach (Arm arm in shuffled)
        {
            double taken = arm.Build();
            if (round >= 0)
            {
                milliseconds[arm.Name].Add(taken);
            }
        }

        await Console.Error.WriteLineAsync($"round {round + 1} of {rounds}");
    }

    string report = Report.Write(arms, milliseconds, rounds);
    Console.WriteLine(report);
    Directory.CreateDirectory(Path.Combine(root, "bench", "results"));
    await File.WriteAllTextAsync(Path.Combine(root, "bench", "results", "no-op-build.md"), report);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
