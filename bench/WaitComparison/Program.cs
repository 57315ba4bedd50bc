using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Bench;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Specs;

// Each life cycle, how many of its statuses come before the one that settles it (null: none does for good), and what the verdict should be.
(string LifeCycle, int? Settles, string Right)[] cycles =
[
    ("healthy", 2, "running"), ("slow-llm", 4, "running"), ("gateway-late", 3, "running"), ("flaps", null, "running"),
    ("crash-loop", 3, "failed"), ("oom", 2, "failed"), ("model-not-found", 2, "failed"),
    ("image-pull-lingers", 2, "failed"), ("crash-loop-lingers", 2, "failed"), ("no-stock-lingers", 2, "failed"), ("stuck", null, "undecided"),
];
const int Replicas = 3;
const int Pace = 3;
string root = Root();
string state = Directory.CreateTempSubdirectory("eas-wait-").FullName;
string load = MachineFacts.Load();
using (Process build = Process.Start("dotnet", ["build", Path.Combine(root, "src", "EasDeploy.Emulator"), "-c", "Release", "-v:q"]))
{
    build.WaitForExit();
}

using Process emulator = Process.Start(new ProcessStartInfo(
    "dotnet", [Path.Combine(root, "src", "EasDeploy.Emulator", "bin", "Release", "net10.0", "EasDeploy.Emulator.dll"), "--port", "0", "--pace", $"seconds:{Pace}"])
{
    RedirectStandardOutput = true,
})!;
try
{
    Uri address = new((await emulator.StandardOutput.ReadLineAsync())!.Split(' ')[3]);
    using HttpClient control = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    Verdict[] verdicts = [.. (await Task.WhenAll(Enumerable.Range(0, Replicas).Select(replica => RoundAsync(replica, address, control)))).SelectMany(round => round)];
    JsonArray services = (await control.GetFromJsonAsync<JsonObject>("_control/services"))!["services"]!.AsArray();
    JsonArray requests = (await control.GetFromJsonAsync<JsonObject>("_control/requests"))!["requests"]!.AsArray();
    string report = Report(verdicts, services, requests);
    Console.WriteLine(report);
    await File.WriteAllTextAsync(Path.Combine(root, "bench", "results", "wait-comparison.md"), report);
}
finally
{
    emulator.Kill();
    Directory.Delete(state, recursive: true);
}

return;

// Both waits side by side, the rounds a little apart so that polls and changes meet at different moments.
async Task<Verdict[]> RoundAsync(int replica, Uri address, HttpClient control)
{
    await Task.Delay(TimeSpan.FromSeconds(replica * 1.1));
    foreach ((string lifeCycle, _, _) in cycles)
    {
        foreach (string arm in new[] { "ours", "loop" })
        {
            using HttpResponseMessage answer = await control.PutAsJsonAsync($"_control/lifecycles/{Name(arm, lifeCycle, replica)}", new { name = lifeCycle });
            answer.EnsureSuccessStatusCode();
        }
    }

    Task<Verdict[]> ours = OursAsync(replica, address);
    Task<Verdict[]> loop = LoopAsync(replica, address);
    return [.. await ours, .. await loop];
}

async Task<Verdict[]> OursAsync(int replica, Uri address)
{
    ImmutableArray<DeploymentResult> results = await DeployAsync("ours", replica, address, DeploymentPolicy.Default with { WaitTimeout = TimeSpan.FromSeconds(180) });
    return [.. results.Select(result => new Verdict(result.ServiceName, Word(result.Outcome), result.EndedAt))];

    static string Word(DeploymentOutcome outcome) => outcome switch
    {
        DeploymentOutcome.Running => "running",
        DeploymentOutcome.Failed or DeploymentOutcome.FailedEarly => "failed",
        DeploymentOutcome.TimedOut => "undecided",
        _ => outcome.ToString(),
    };
}

async Task<Verdict[]> LoopAsync(int replica, Uri address)
{
    await DeployAsync("loop", replica, address, DeploymentPolicy.Default with { Wait = false });
    return await Task.WhenAll(cycles.Select(async cycle =>
    {
        string service = Name("loop", cycle.LifeCycle, replica);
        using Process loop = Process.Start(new ProcessStartInfo(
            "bash", [Path.Combine(root, "bench", "WaitComparison", "workflow-loop.sh"), address.AbsoluteUri, "cn-hangzhou", service]) { RedirectStandardOutput = true })!;
        string[] lines = (await loop.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await loop.WaitForExitAsync();
        string last = lines.LastOrDefault(line => line.Contains('✅') || line.Contains('❌')) ?? lines[^1];
        string outcome = last.Contains('✅') ? "running" : last.Contains('❌') ? "failed" : "undecided";
        double seconds = double.Parse(last.Split(' ')[0], CultureInfo.InvariantCulture);
        return new Verdict(service, outcome, DateTimeOffset.UnixEpoch.AddSeconds(seconds));
    }));
}

async Task<ImmutableArray<DeploymentResult>> DeployAsync(string arm, int replica, Uri address, DeploymentPolicy policy)
{
    CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "bench", Endpoint = address };
    using AliyunCloud cloud = AliyunCloud.Open(settings, EmulatorCredentials.Source);
    using ServiceProbe probe = new("bench");
    DeploymentSurroundings surroundings = await LocalSurroundings.OfAsync(
        cloud, probe, settings.Region, isEmulated: true, Path.Combine(state, $"{arm}-{replica}"), "bench", UserAgent.NewRunId(), cycles.Length, new(_ => "look", "resume", "roll back", "deploy"), default);
    return await new ServicesDeployment(cloud, cloud, surroundings, new Silence())
        .RunAsync([.. cycles.Select(cycle => Spec(Name(arm, cycle.LifeCycle, replica), policy))], CancellationToken.None);
}

string Report(Verdict[] verdicts, JsonArray services, JsonArray requests)
{
    Dictionary<string, JsonNode> byName = services.ToDictionary(service => service!["name"]!.GetValue<string>(), service => service!);
    List<string> rows = [];
    Dictionary<string, List<double>> lags = new() { ["ours"] = [], ["loop"] = [] };
    Dictionary<string, int> right = new() { ["ours"] = 0, ["loop"] = 0 };
    foreach ((string lifeCycle, int? settles, string wanted) in cycles)
    {
        List<string> cells = [];
        foreach (string arm in new[] { "ours", "loop" })
        {
            Verdict[] own = [.. verdicts.Where(verdict => Enumerable.Range(0, Replicas).Any(replica => verdict.Service == Name(arm, lifeCycle, replica)))];
            double[] late = [.. own.Select(verdict => Lag(verdict, byName[verdict.Service], settles)).OfType<double>()];
            lags[arm].AddRange(late);
            right[arm] += own.Count(verdict => verdict.Outcome == wanted);
            string said = string.Join(", ", own.Select(verdict => verdict.Outcome).Distinct());
            double calls = own.Average(verdict => (double)requests.Count(request => request!["path"]!.GetValue<string>().Contains($"/{verdict.Service}", StringComparison.Ordinal)));
            cells.Add(string.Create(CultureInfo.InvariantCulture, $"{said} | {(late.Length == 0 ? "" : $"{late.Average():0.0}")} | {calls:0}"));
        }

        rows.Add($"| {lifeCycle} | {wanted} | {string.Join(" | ", cells)} |");
    }

    int all = cycles.Length * Replicas;
    return string.Create(CultureInfo.InvariantCulture, $"""
        # Two waits

        The workflow's own loop (step 6.4: six looks, 30 s apart, transcribed in `bench/WaitComparison/workflow-loop.sh`) beside this deployer, in real time, on the same
        scripted life cycles of the emulator ({Pace} s a status, each {Replicas} times). *Lag* is the time in seconds from the moment the life cycle was settled (the service
        reachable, Failed, or an event that leaves no way to Running) to the verdict, which for this deployer includes the verification and the diagnosis. *Undecided* is
        right where nothing is ever settled. *Calls* are all requests about the service; those of this deployer include policy, creation, events, instances, log and verification.

        | life cycle | right | this deployer says | lag | calls | the loop says | lag | calls |
        |---|---|---|---|---|---|---|---|
        {string.Join('\n', rows)}

        | | this deployer | the loop |
        |---|---|---|
        | right verdicts | {right["ours"]} of {all} | {right["loop"]} of {all} |
        | mean lag | {lags["ours"].Average():0.00} s | {lags["loop"].Average():0.00} s |
        | longest lag | {lags["ours"].Max():0.0} s | {lags["loop"].Max():0.0} s |

        {MachineFacts.Read(Environment.Version.ToString()).AsList(MachineFacts.Load()).Replace($"load {MachineFacts.Load()} before", $"load {load} before", StringComparison.Ordinal)}

        """);
}

// The moment is that of a status entered, which the emulator notes to the millisecond; its events are cut to whole seconds.
static double? Lag(Verdict verdict, JsonNode service, int? settles)
{
    JsonArray timeline = service["timeline"]!.AsArray();
    return settles is { } index && index < timeline.Count
        ? (verdict.At - DateTimeOffset.Parse(timeline[index]!["at"]!.GetValue<string>(), CultureInfo.InvariantCulture)).TotalSeconds
        : null;
}

static string Name(string arm, string lifeCycle, int replica) => $"{arm}_{lifeCycle.Replace('-', '_')}_{replica}";

static ServiceSpec Spec(string name, DeploymentPolicy policy) => ServiceSpec.From(
    ServiceItem.Create(name, SourceLocation.None, new Dictionary<string, string>
    {
        ["Image"] = "vllm:0.14.0-gpu",
        ["InstanceType"] = "ecs.gn7i-c16g1.4xlarge",
        ["Model"] = "oss://yqtest-model/Qwen3.5-0.8B/",
    }.Select(one => KeyValuePair.Create(one.Key, new ItemValue(one.Value, SourceLocation.None)))),
    policy);

static string Root()
{
    DirectoryInfo? folder = new(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EasDeploy.Build.sln")))
    {
        folder = folder.Parent;
    }

    return folder?.FullName ?? throw new InvalidOperationException("not inside the repository");
}

/// <summary>What one wait said of one service, and when.</summary>
internal sealed record Verdict(string Service, string Outcome, DateTimeOffset At);

/// <summary>Nobody reads the progress here.</summary>
internal sealed class Silence : IProgress<DeploymentProgress>
{
    public void Report(DeploymentProgress value)
    {
    }
}
