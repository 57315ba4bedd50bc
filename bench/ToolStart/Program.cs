using System.Diagnostics;
using System.Globalization;
using EasDeploy.Bench;

// What the tool costs as a whole process, against jq, and the ways tried to make it start faster.
int rounds = args is ["--rounds", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 20;
string root = Root();
string folder = Directory.CreateTempSubdirectory("eas-bench-").FullName;
string load = MachineFacts.Load();
try
{
    string portable = Publish("portable");
    string native = Publish("r2r", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true");
    string one = Documents.Write(Path.Combine(folder, "one"), 1)[0];
    string[] thousand = Documents.Write(Path.Combine(folder, "thousand"), 1_000);
    string[] many = Documents.Write(Path.Combine(folder, "many"), 10_000);

    List<string> ways = [];
    (string Name, string Program, (string, string)[] Environment)[] arms =
    [
        ("portable package", portable, []),
        ("portable, TieredPGO on", portable, [("DOTNET_TieredPGO", "1")]),
        ("portable, TieredCompilation off", portable, [("DOTNET_TieredCompilation", "0")]),
        ("ReadyToRun, linux-x64", native, []),
        ("ReadyToRun, TieredPGO on", native, [("DOTNET_TieredPGO", "1")]),
        ("ReadyToRun, with culture data", native, [("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0")]),
    ];
    foreach ((string name, string program, (string, string)[] environment) in arms)
    {
        Dictionary<string, string> variables = environment.ToDictionary(pair => pair.Item1, pair => pair.Item2);
        ways.Add($"| {name} | {Cell(program, ["--help"], variables)} | {Cell(program, Check(one), variables)} |");
    }

    string[] jq = ["-e", Documents.JqCheck];
    List<string> works =
    [
        $"| one document | {Cell("jq", [.. jq, one], [])} | {Cell(portable, Check(one), [])} | {Cell(native, Check(one), [])} |",
        $"| 1,000 documents | {Cell("jq", [.. jq, .. thousand], [])} | {Cell(portable, Check(thousand), [])} | {Cell(native, Check(thousand), [])} |",
    ];
    ChildRun big = ChildRun.Of(native, Check(many), new Dictionary<string, string>());
    string[] named = [.. big.Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Split('(', ' ')[0])];
    bool isInOrder = named.SequenceEqual(named.OrderBy(file => Array.IndexOf(many, file)));

    string report = string.Create(CultureInfo.InvariantCulture, $"""
        # Tool start

        Whole processes, {rounds} rounds each, median wall time and, in brackets, median processor time in ms. The tool runs through its own host (`dotnet-eas`): the command
        `dotnet eas` starts `dotnet` before that, which is not ours. `check` judges offline by every rule; the `jq` check has three rules, no line numbers and no repair.

        | | `--help` | `check` of one document |
        |---|---|---|
        {string.Join('\n', ways)}

        | | jq | portable package | ReadyToRun |
        |---|---|---|---|
        {string.Join('\n', works)}

        10,000 documents, every tenth broken, ReadyToRun: exit code {big.ExitCode}, {named.Distinct().Count()} files with errors, {(isInOrder ? "in the order given" : "OUT OF ORDER")},
        {big.WallMs:0} ms, {big.PeakMB:0} MB at most.

        {MachineFacts.Read(Environment.Version.ToString()).AsList(MachineFacts.Load()).Replace($"load {MachineFacts.Load()} before", $"load {load} before", StringComparison.Ordinal)}

        """);
    Console.WriteLine(report);
    File.WriteAllText(Path.Combine(root, "bench", "results", "tool-start.md"), report);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return;

string Cell(string program, string[] arguments, Dictionary<string, string> environment)
{
    ChildRun[] runs = [.. Enumerable.Range(0, rounds + 1).Select(_ => ChildRun.Of(program, arguments, environment)).Skip(1)];
    return string.Create(CultureInfo.InvariantCulture, $"{Median(runs.Select(run => run.WallMs)):0} ({Median(runs.Select(run => run.CpuMs)):0})");
}

static string[] Check(params string[] files) => ["check", .. files, "--catalog-mode", "Offline"];

static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

string Publish(string name, params string[] options)
{
    string target = Path.Combine(folder, name);
    using Process publish = Process.Start("dotnet", ["publish", Path.Combine(root, "src", "EasDeploy.Tool"), "-c", "Release", "-v:q", "-o", target, .. options]);
    publish.WaitForExit();
    return publish.ExitCode == 0 ? Path.Combine(target, "dotnet-eas") : throw new InvalidOperationException($"the tool could not be published: {name}");
}

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
