using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Bench;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

int rounds = args is ["--rounds", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 40;
string root = Root();
string load = MachineFacts.Load();
using (Process build = Process.Start("dotnet", ["build", Path.Combine(root, "src", "EasDeploy.Emulator"), "-c", "Release", "-v:q"]))
{
    build.WaitForExit();
}

using Process emulator = Process.Start(new ProcessStartInfo(
    "dotnet", [Path.Combine(root, "src", "EasDeploy.Emulator", "bin", "Release", "net10.0", "EasDeploy.Emulator.dll"), "--port", "0", "--pace", "instant"])
{
    RedirectStandardOutput = true,
})!;
try
{
    Uri address = new((await emulator.StandardOutput.ReadLineAsync())!.Split(' ')[3]);
    CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "bench", Endpoint = address };
    ServiceSpec[] specs =
    [
        Spec(("Image", "vllm:0.14.0-gpu"), ("ResourceGroup", "eas-r-d29k8ytqxzxmqi7l0s")),
    ];
    List<string> rows = [];
    foreach (int delay in new[] { 0, 50 })
    {
        await DelayAsync(address, delay);
        await MeasureAsync(delay, settings, specs, rows);
    }

    string report = string.Create(CultureInfo.InvariantCulture, $"""
        # Catalog query

        ListWorkspaces, ListImages, DescribeMachineSpec, ListResources with every page, and GetImage of one image: side by side as a build asks, against the same calls
        one after the other. Cold: new connections. Warm: the same connections again. {rounds} rounds, the arms in an order drawn anew, medians with
        bootstrap 95 % intervals; ratios are taken inside a round. The delay is added to each answer by the emulator, in place of a network.

        | delay | state | side by side, ms | one after the other, ms | ratio |
        |---|---|---|---|---|
        {string.Join('\n', rows)}

        {MachineFacts.Read(Environment.Version.ToString()).AsList(MachineFacts.Load()).Replace($"load {MachineFacts.Load()} before", $"load {load} before", StringComparison.Ordinal)}

        """);
    Console.WriteLine(report);
    await File.WriteAllTextAsync(Path.Combine(root, "bench", "results", "catalog-query.md"), report);
}
finally
{
    emulator.Kill();
}

return;

async Task MeasureAsync(int delay, CloudSettings settings, ServiceSpec[] specs, List<string> rows)
{
    Dictionary<(bool Parallel, bool Warm), List<double>> times = new()
    {
        [(true, false)] = [], [(true, true)] = [], [(false, false)] = [], [(false, true)] = [],
    };
    Random chance = new(delay);
    for (int round = -3; round < rounds; round++)
    {
        bool first = chance.Next(2) == 0;
        foreach (bool parallel in new[] { first, !first })
        {
            using AliyunCloud cloud = AliyunCloud.Open(settings, EmulatorCredentials.Source);
            foreach (bool warm in new[] { false, true })
            {
                long start = Stopwatch.GetTimestamp();
                await (parallel ? CatalogQuery.RunAsync(cloud, settings.Region, specs, TimeProvider.System, CancellationToken.None) : InTurnAsync(cloud));
                if (round >= 0)
                {
                    times[(parallel, warm)].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }
    }

    foreach (bool warm in new[] { false, true })
    {
        Estimate ratio = Estimate.Of([.. times[(true, warm)].Zip(times[(false, warm)], (one, other) => one / other)]);
        rows.Add(string.Create(CultureInfo.InvariantCulture,
            $"| {delay} ms | {(warm ? "warm" : "cold")} | {Shown(times[(true, warm)])} | {Shown(times[(false, warm)])} | {ratio.Median:0.00} ({ratio.Low:0.00}…{ratio.High:0.00}) |"));
    }
}

static async Task InTurnAsync(AliyunCloud cloud)
{
    CancellationToken none = CancellationToken.None;
    await cloud.ListWorkspacesAsync(none);
    var images = await cloud.ListImagesAsync(none);
    await cloud.DescribeMachineSpecAsync(none);
    await cloud.ListResourcesAsync(none);
    await cloud.GetImageAsync(images.Single(image => image.Name == "vllm:0.14.0-gpu").ImageId, none);
}

static string Shown(List<double> times)
{
    Estimate estimate = Estimate.Of(times);
    return string.Create(CultureInfo.InvariantCulture, $"{estimate.Median:0.0} ({estimate.Low:0.0}…{estimate.High:0.0})");
}

static async Task DelayAsync(Uri address, int milliseconds)
{
    using HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
    using HttpResponseMessage answer = milliseconds == 0
        ? await client.DeleteAsync(new Uri(address, "_control/faults"))
        : await client.PostAsJsonAsync(new Uri(address, "_control/faults"), new { action = "*", kind = "SlowBody", seconds = milliseconds / 1000.0, times = 0 });
    answer.EnsureSuccessStatusCode();
}

static ServiceSpec Spec(params (string Name, string Value)[] metadata) => ServiceSpec.From(
    ServiceItem.Create("bench", SourceLocation.None, metadata.Select(one => KeyValuePair.Create(one.Name, new ItemValue(one.Value, SourceLocation.None)))),
    DeploymentPolicy.Default);

static string Root()
{
    DirectoryInfo? folder = new(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EasDeploy.Build.sln")))
    {
        folder = folder.Parent;
    }

    return folder?.FullName ?? throw new InvalidOperationException("not inside the repository");
}
