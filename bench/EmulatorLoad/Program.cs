using System.Diagnostics;
using System.Globalization;
using EmulatorLoad;

const int Services = 10_000;
const int Callers = 16;
const int Rounds = 5;
const string Eas = "2021-07-01";
const string Workspace = "2021-02-04";

string root = Root();
int calls = args is ["--calls", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 5000;
Run("dotnet", "build", Path.Combine(root, "src", "EasDeploy.Emulator"), "-c", "Release", "-v:q");
using EmulatorProcess emulator = EmulatorProcess.Start(Path.Combine(root, "src", "EasDeploy.Emulator", "bin", "Release", "net10.0", "EasDeploy.Emulator.dll"));
using var client = new SignedCalls(emulator.Address);

var rows = new List<string>();
await MeasureAsync("warm-up", 2000, _ => client.SendAsync("ListResources", HttpMethod.Get, "/api/v2/resources", Eas));
rows.Clear();
await CreateAsync(0);
await MeasureAsync("DescribeService, 1 service", calls, _ => client.SendAsync("DescribeService", HttpMethod.Get, "/api/v2/services/cn-hangzhou/load_0", Eas));
await MeasureAsync("ListWorkspaces (14 rows)", calls, _ => client.SendAsync("ListWorkspaces", HttpMethod.Get, "/api/v1/workspaces", Workspace));
await MeasureAsync("DescribeMachineSpec (179 rows)", calls / 5, _ => client.SendAsync("DescribeMachineSpec", HttpMethod.Get, "/api/v2/public/instance_types", Eas));
double before = emulator.Megabytes;
await MeasureAsync($"CreateService, up to {Services}", Services - 1, i => CreateAsync(i + 1));
double after = emulator.Megabytes;
await MeasureAsync($"DescribeService, {Services} services", calls, i => client.SendAsync("DescribeService", HttpMethod.Get, $"/api/v2/services/cn-hangzhou/load_{i % Services}", Eas));
await MeasureAsync($"ListServices (100 of {Services} rows)", calls / 20, _ => client.SendAsync("ListServices", HttpMethod.Get, "/api/v2/services", Eas));

string report = string.Create(CultureInfo.InvariantCulture, $"""
    # Emulator load

    One emulator process bound to one core, {Callers} callers on the other ones, every signature checked; medians of {Rounds} rounds.
    The last column is what counts on a busy machine.

    | operation | calls | calls/s by the clock | calls per CPU second of the emulator |
    |---|---|---|---|
    {string.Join('\n', rows)}

    Resident memory: {before:0} MB with 1 service, {after:0} MB with {Services} services.

    """);
Console.WriteLine(report);
Directory.CreateDirectory(Path.Combine(root, "bench", "results"));
await File.WriteAllTextAsync(Path.Combine(root, "bench", "results", "emulator-load.md"), report);
return;

async Task MeasureAsync(string title, int count, Func<int, Task> call)
{
    var clock = new List<double>();
    var processor = new List<double>();
    int next = -1;
    for (int round = 1; round <= Rounds; round++)
    {
        int end = count * round / Rounds;
        int calls = end - count * (round - 1) / Rounds;
        double cpu = emulator.ProcessorSeconds;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            for (int i = Interlocked.Increment(ref next); i < end; i = Interlocked.Increment(ref next))
            {
                await call(i);
            }
        }));
        next = end - 1;
        clock.Add(calls / Stopwatch.GetElapsedTime(start).TotalSeconds);
        processor.Add(calls / (emulator.ProcessorSeconds - cpu));
    }

    rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {title} | {count} | {Median(clock):0} | {Median(processor):0} |"));
    await Console.Error.WriteLineAsync(rows[^1]);
}

Task CreateAsync(int number) => client.SendAsync("CreateService", HttpMethod.Post, "/api/v2/services", Eas, $$"""
    {
      "metadata": { "name": "load_{{number}}" },
      "containers": [{ "image": "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu", "port": 8000, "script": "vllm serve /model_dir" }],
      "storage": [{ "mount_path": "/model_dir", "oss": { "path": "oss://yqtest-model/Qwen3.5-0.8B/", "readOnly": true } }],
      "cloud": { "computing": { "instance_type": "ecs.gn7i-c16g1.4xlarge" } }
    }
    """);

static double Median(List<double> values)
{
    values.Sort();
    return values[values.Count / 2];
}

static void Run(string program, params string[] arguments)
{
    using Process process = Process.Start(program, arguments);
    process.WaitForExit();
    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed");
    }
}

static string Root()
{
    DirectoryInfo? folder = new(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EasDeploy.Build.sln")))
    {
        folder = folder.Parent;
    }

    return folder?.FullName ?? throw new InvalidOperationException("Run the benchmark from a clone of the repository.");
}
