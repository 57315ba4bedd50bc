using System.Diagnostics;
using System.Globalization;
using EasDeploy.Bench;
using HundredServices;

// One slow service alone, and a hundred at once of which a third are as slow, both on a cloud that throttles a fifth of all calls and fails a twentieth.
if (args is ["--deploy", var address, var count, var state])
{
    return await Fleet.DeployAsync(new Uri(address), int.Parse(count, CultureInfo.InvariantCulture), state);
}

int rounds = Option("--rounds", 9);
int services = Option("--services", 100);
int pace = Option("--pace", 5);
string root = Root();
string load = MachineFacts.Load();
using (Process build = Process.Start("dotnet", ["build", Path.Combine(root, "src", "EasDeploy.Emulator"), "-c", "Release", "-v:q"]))
{
    await build.WaitForExitAsync();
}

string emulator = Path.Combine(root, "src", "EasDeploy.Emulator", "bin", "Release", "net10.0", "EasDeploy.Emulator.dll");
List<(Arm Alone, Arm All)> pairs = [];
for (int round = 0; round < rounds; round++)
{
    // The order turns, so that whatever slows the machine down for a while hits both arms alike.
    int seed = round * 10;
    Arm? first = round % 2 == 0 ? null : await Arm.RunAsync(emulator, services, pace, seed);
    Arm alone = await Arm.RunAsync(emulator, 1, pace, seed);
    Arm all = first ?? await Arm.RunAsync(emulator, services, pace, seed);
    pairs.Add((alone, all));
    Console.WriteLine(Row(round, alone, all));
}

Estimate ratio = Estimate.Of([.. pairs.Select(pair => pair.All.Seconds / pair.Alone.Seconds)]);
int lost = pairs.Sum(pair => services - pair.All.Running + 1 - pair.Alone.Running);
string report = string.Create(CultureInfo.InvariantCulture, $"""
    # {services} services at once

    One slow model server alone beside {services} services deployed at once, of which a third are as slow, each against a fresh emulator in real time ({pace} s a status),
    on a cloud that throttles a fifth of all calls (429, without saying for how long) and fails a twentieth of them (503), verification included. Each round runs both;
    the ratio is taken inside a round. *Refused* is the share of 429 and 503 among the last 10,000 calls. *Memory* is the most the deployer's process held.

    | round | alone | calls | {services} at once | calls | refused | memory | Running | ratio |
    |---|---|---|---|---|---|---|---|---|
    {string.Join('\n', pairs.Select((pair, round) => Row(round, pair.Alone, pair.All)))}

    | | |
    |---|---|
    | ratio, median | {ratio.Median:0.000} (95 %: {ratio.Low:0.000} to {ratio.High:0.000}); the goal is 1.2 |
    | {services} at once, median | {Estimate.Of([.. pairs.Select(pair => pair.All.Seconds)]).Median:0.0} s |
    | alone, median | {Estimate.Of([.. pairs.Select(pair => pair.Alone.Seconds)]).Median:0.0} s |
    | memory, most | {pairs.Max(pair => pair.All.Megabytes):0} MB with {services}, {pairs.Max(pair => pair.Alone.Megabytes):0} MB with one |
    | lost or not Running | {lost} of {rounds * (services + 1)} |

    {MachineFacts.Read(Environment.Version.ToString()).AsList(MachineFacts.Load()).Replace($"load {MachineFacts.Load()} before", $"load {load} before", StringComparison.Ordinal)}

    """);
Console.WriteLine(report);
await File.WriteAllTextAsync(Path.Combine(root, "bench", "results", "hundred-services.md"), report);
return lost == 0 ? 0 : 1;

static string Row(int round, Arm alone, Arm all) => string.Create(CultureInfo.InvariantCulture,
    $"| {round + 1} | {alone.Seconds:0.0} s | {alone.Calls} | {all.Seconds:0.0} s | {all.Calls} | {all.Refused:P0} | {all.Megabytes:0} MB | {all.Running} | {all.Seconds / alone.Seconds:0.000} |");

int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

static string Root()
{
    DirectoryInfo? folder = new(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EasDeploy.Build.sln")))
    {
        folder = folder.Parent;
    }

    return folder?.FullName ?? throw new InvalidOperationException("not inside the repository");
}
