using System.Diagnostics;
using System.Globalization;
using System.Text;

// Build of a project with many services beside one without any, in turn: every config is checked and written in each round, nothing is compiled.
// Each round writes to a folder of its own: ext4 passes over the inodes that were freed within the last seconds, and would be what is measured.
const int Items = 1_000;
int rounds = int.Parse(Option("--rounds") ?? "10", CultureInfo.InvariantCulture);
string results = Option("--results") ?? "bench/results/many-items.md";
string root = Path.GetFullPath(Option("--repository") ?? ".");
string work = Directory.CreateTempSubdirectory("eas-many-").FullName;
string feed = Path.Combine(work, "feed");

Dotnet(root, "pack", "src/EasDeploy.Build", "-c", "Release", "-o", feed, "-p:PackageVersion=0.1.0-bench", "-v:q");
File.WriteAllText(Path.Combine(work, "Directory.Build.props"), "<Project />\n");
File.WriteAllText(Path.Combine(work, "Directory.Build.targets"), "<Project />\n");
File.WriteAllText(Path.Combine(work, "nuget.config"), $"<configuration><packageSources><add key=\"bench\" value=\"{feed}\" /></packageSources></configuration>\n");
string without = Project("without", "");
string with = Project("with", string.Concat(Enumerable.Range(0, Items).Select(n => string.Create(
    CultureInfo.InvariantCulture,
    $"    <EasService Include=\"service_{n}\" Image=\"vllm:0.14.0-gpu\" InstanceType=\"ecs.gn7i-c16g1.4xlarge\" Model=\"oss://yqtest-model/Qwen3.5-0.8B/\" />\n"))));

List<double> a = [];
List<double> b = [];
for (int round = 0; round < rounds; round++)
{
    a.Add(Build(without));
    File.Delete(Path.Combine(with, "obj", "Debug", "net10.0", "eas", "inputs.hash"));
    string configs = Path.Combine(work, "configs", round.ToString(CultureInfo.InvariantCulture));
    b.Add(Build(with, $"-p:EasOutputPath={configs}/"));
    int written = Directory.GetFiles(configs, "eas_service.json", SearchOption.AllDirectories).Length;
    if (written != Items)
    {
        throw new InvalidOperationException($"{written} configs instead of {Items}");
    }
}

StringBuilder page = new();
page.Append(CultureInfo.InvariantCulture, $"# A project with many services\n\n`dotnet build --no-restore -v:q`, {rounds} rounds, both projects in turn; whole processes. ");
page.Append(CultureInfo.InvariantCulture, $"Nothing is compiled; the second project checks and writes {Items} configs to a new folder in each round, from a catalog that is there. Written by `bench/ManyItems`.\n\n");
page.Append("| project | median |\n|---|---|\n");
page.Append(CultureInfo.InvariantCulture, $"| package, no service, nothing to do | {Median(a):F0} ms |\n| package, {Items} services, all checked and written | {Median(b):F0} ms |\n\n");
page.Append(CultureInfo.InvariantCulture, $"Median of the paired differences: {Median([.. a.Zip(b, (first, second) => second - first)]):F0} ms; ratio {Median([.. a.Zip(b, (first, second) => second / first)]):F2}. Goal: at most 1000 ms.\n\n");
page.Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd}.\n");
Console.Write(page);
File.WriteAllText(results, page.ToString());
Directory.Delete(work, recursive: true);

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

string Project(string name, string items)
{
    string folder = Directory.CreateDirectory(Path.Combine(work, name)).FullName;
    File.WriteAllText(Path.Combine(folder, "Class1.cs"), "namespace Library;\n\npublic class Class1\n{\n}\n");
    File.WriteAllText(Path.Combine(folder, "Library.csproj"), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><EasEmulator>true</EasEmulator></PropertyGroup>
          <ItemGroup>
            <PackageReference Include="EasDeploy.Build" Version="0.1.0-bench" PrivateAssets="all" />
        {items}  </ItemGroup>
        </Project>

        """);
    Dotnet(folder, "restore", "-v:q");
    _ = Build(folder);
    _ = Build(folder);
    return folder;
}

double Build(string folder, params string[] properties)
{
    long start = Stopwatch.GetTimestamp();
    Dotnet(folder, ["build", "--no-restore", "-v:q", .. properties]);
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

void Dotnet(string folder, params string[] arguments)
{
    ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment["EAS_HOME"] = Path.Combine(work, "home");
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    if (folder != root)
    {
        start.Environment["NUGET_PACKAGES"] = Path.Combine(work, "packages");
    }

    using Process process = Process.Start(start)!;
    Task<string> errors = process.StandardError.ReadToEndAsync();
    string output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{errors.Result}");
    }
}
