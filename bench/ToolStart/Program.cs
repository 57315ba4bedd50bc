using System.Globalization;
using System.Text;
using EasDeploy.Bench;

// What the tool costs as a whole process, against jq, and the ways tried to make it start faster.
int rounds = Number("--rounds", 20);
int files = Number("--files", 10_000);
string root = Root();
string folder = Directory.CreateTempSubdirectory("eas-bench-").FullName;
string load = MachineFacts.Load();
Environment.SetEnvironmentVariable("DOTNET_NOLOGO", "1");
try
{
    ToolBuilds builds = new(root, folder);
    Arm portable = new("portable", builds.Portable());
    Arm ready = new("ReadyToRun for linux-x64", builds.ReadyToRun());
    Arm native = new("native (AOT) for linux-x64", builds.Native());
    Arm jq = new("jq, three rules", "jq");
    Environment.CurrentDirectory = builds.Install();
    Arm[] ways =
    [
        portable,
        portable.With("portable, TieredPGO on", "DOTNET_TieredPGO", "1"),
        portable.With("portable, TieredCompilation off", "DOTNET_TieredCompilation", "0"),
        portable.With("portable, with culture data", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"),
        ready,
        ready.With("ReadyToRun, TieredPGO on", "DOTNET_TieredPGO", "1"),
        new("trimmed, ReadyToRun, self-contained", builds.Trimmed()),
        native,
    ];
    string[] one = Documents.Write(Path.Combine(folder, "one"), 1, hasBroken: false);
    string[] thousand = Documents.Write(Path.Combine(folder, "thousand"), 1_000, hasBroken: false);
    string[] many = Documents.Write(Path.Combine(folder, "many"), files, hasBroken: true);
    Arm installed = new("installed, as `dotnet eas`", "dotnet", native.Environment, "eas");

    StringBuilder report = new();
    report.AppendLine(CultureInfo.InvariantCulture, $"""
        # Tool start

        Whole processes, {rounds} rounds; in each every arm runs once, in an order drawn anew. Wall time in ms: median and its 95 % interval. CPU: user and system time in ms, median;
        other work on the machine hardly moves it. Ratio: CPU against the first arm of the same round, median. The tool runs through its own host (`dotnet-eas`), as it is packed in
        `EasDeploy.Tool.linux-x64` (native) and `EasDeploy.Tool.any` (portable). `check` judges offline by every rule; the `jq` check has three rules, no line numbers and no repair.
        """);
    Table(report, "`--help` (goal 60 ms)", [.. ways, installed], _ => ["--help"]);
    Table(report, "`check` of one document (goal 120 ms)", [.. ways, installed, jq], arm => Check(arm, one));
    Table(report, "`check` of 1,000 documents (goal 1,000 ms)", [portable, ready, native, jq], arm => Check(arm, thousand));

    report.AppendLine(CultureInfo.InvariantCulture, $"\n## {files:N0} documents, every tenth broken\n");
    report.AppendLine("| | exit code | files with errors, of those broken | order of the output | wall (ms) | CPU (ms) | memory at most (MB) |\n|---|---|---|---|---|---|---|");
    foreach ((Arm arm, string form) in (IEnumerable<(Arm, string)>)[(portable, "table"), (native, "table"), (native, "json")])
    {
        ChildRun run = ChildRun.Of(arm, [.. Check(arm, many), "--output", form]);
        string[] named = [.. run.Output.Split('\n').Select(line => Named(line, form)).OfType<string>().Distinct()];
        int[] places = [.. named.Select(file => Array.IndexOf(many, file))];
        int wrong = form == "json" ? named.Length - run.Output.Split("\"diagnostics\": []").Length + 1 : named.Length;
        report.AppendLine(CultureInfo.InvariantCulture, $"| {arm.Name}, {form} | {run.ExitCode} | {wrong} of {Documents.Broken(files)} | {(places.SequenceEqual(places.Order()) ? "that of the input" : "ANOTHER")} | {run.WallMs:0} | {run.CpuMs:0} | {run.PeakMB:0} |");
    }

    report.AppendLine();
    report.AppendLine((MachineFacts.Read(Environment.Version.ToString()) with { LoadBefore = load }).AsList(MachineFacts.Load()));
    Console.WriteLine(report);
    File.WriteAllText(Path.Combine(root, "bench", "results", "tool-start.md"), report.ToString());
}
finally
{
    Environment.CurrentDirectory = root;
    Directory.Delete(folder, recursive: true);
}

return;

void Table(StringBuilder report, string title, IReadOnlyList<Arm> arms, Func<Arm, IEnumerable<string>> arguments)
{
    Rounds measured = Rounds.Run(arms, rounds, arm => [.. arm.Before, .. arguments(arm)]);
    report.AppendLine(CultureInfo.InvariantCulture, $"\n## {title}\n\n| | wall (ms) | CPU (ms) | ratio |\n|---|---|---|---|");
    for (int arm = 0; arm < arms.Count; arm++)
    {
        report.AppendLine(CultureInfo.InvariantCulture, $"| {arms[arm].Name} | {measured.Cells(arm)} |");
    }
}

static IEnumerable<string> Check(Arm arm, string[] documents) =>
    arm.Program == "jq" ? ["-e", Documents.JqCheck, .. documents] : ["check", "--catalog-mode", "Offline", .. documents];

// The file of a finding, or of an entry of the JSON form.
static string? Named(string line, string form) => form == "json"
    ? line.Split("\"path\": \"") is [_, var path] ? path.TrimEnd('"', ',') : null
    : line.Contains(": error ", StringComparison.Ordinal) ? line.Split('(', ' ')[0] : null;

int Number(string name, int usual) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture) : usual;

static string Root()
{
    for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
    {
        if (File.Exists(Path.Combine(at.FullName, "EasDeploy.Build.sln")))
        {
            return at.FullName;
        }
    }

    throw new DirectoryNotFoundException("EasDeploy.Build.sln is in no folder above.");
}
