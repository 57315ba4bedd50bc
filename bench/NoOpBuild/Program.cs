using System.Globalization;
using EasDeploy.Bench;

int rounds = 100;
string? feed = null;
string? results = null;
for (int i = 0; i + 1 < args.Length; i += 2)
{
    switch (args[i])
    {
        case "--rounds":
            rounds = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            break;
        case "--feed":
            feed = Path.GetFullPath(args[i + 1]);
            break;
        case "--results":
            results = Path.GetFullPath(args[i + 1]);
            break;
    }
}

if (args.Length % 2 != 0 || rounds < 2)
{
    Console.Error.WriteLine("dotnet run -c Release --project bench/NoOpBuild -- [--rounds 100] [--feed FOLDER_WITH_NUPKG] [--results FILE]");
    return 2;
}

string root = Arms.FindRepository();
results ??= Path.Combine(root, "bench", "results", "no-op-build.md");
DirectoryInfo work = Directory.CreateTempSubdirectory("eas-bench-");
try
{
    Console.WriteLine("Preparing four projects...");
    using Arms arms = Arms.Prepare(root, work.FullName, feed);
    MachineFacts facts = MachineFacts.Read("SDK " + arms.SdkVersion);
    Dictionary<string, double[]> seconds = Measurement.Run(arms, rounds);
    arms.ProveThatNothingWasWritten();
    string page = ResultPage.Write(facts, rounds, seconds);
    Directory.CreateDirectory(Path.GetDirectoryName(results)!);
    File.WriteAllText(results, page);
    Console.WriteLine();
    Console.WriteLine(page);
    return 0;
}
finally
{
    work.Delete(recursive: true);
}
