using System.Diagnostics;
using System.Text;
using System.Text.Json;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Emulator;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Deployments;

/// <summary>A real process is killed around every remote write and every write of its journal: the next one reaches the goal, or the old service answers.</summary>
/// <remarks>
/// The process is held at the point by a fault of the emulator; nothing in the shipped code knows of it. The points come from a run that is left alone: for each remote
/// write the call before it, answered and not heard (the intent is not in the journal yet), the write itself, not carried out (the intent is in the journal) and carried
/// out (the result is not), and the next call (the result is).
/// </remarks>
[TestClass]
public sealed class KillPointTests
{
    private const string Name = "qwen_chat";
    private const string Old = "serve-old --port 8000";
    private const string New = "serve-new --port 8000";
    private const string Failing = "serve-new-fails --port 8000";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);
    private static readonly string[] s_reads = ["ListServices", "DescribeService"];

    private static readonly string[] s_writes =
    [
        "CreateService", "DeleteService", "UpdateService", "UpdateServiceVersion", "UpdateServiceLabel", "DeleteServiceLabel",
        "CreateServiceAutoScaler", "CreateServiceCronScaler",
    ];

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    /// <param name="writes">Remote writes of the run that is left alone, in order.</param>
    [TestMethod]
    [DataRow("Create", "CreateService DeleteServiceLabel")]
    [DataRow("Update", "UpdateServiceLabel UpdateService UpdateServiceLabel DeleteServiceLabel")]
    [DataRow("Recreate", "UpdateServiceLabel DeleteService CreateService DeleteServiceLabel")]
    [DataRow("FailingRecreate",
        "UpdateServiceLabel DeleteService CreateService DeleteService CreateService CreateServiceAutoScaler CreateServiceCronScaler DeleteServiceLabel")]
    [DataRow("FailingUpdate", "UpdateServiceLabel UpdateService UpdateServiceVersion DeleteServiceLabel")]
    [DataRow("Rollback", "UpdateServiceLabel UpdateServiceVersion DeleteServiceLabel")]
    [DataRow("RollbackFromBackup", "DeleteService CreateService CreateServiceAutoScaler CreateServiceCronScaler DeleteServiceLabel")]
    public async Task A_process_killed_around_a_write_is_continued(string name, string writes)
    {
        Scenario scenario = Scenario.Of(name);
        Prepared prepared = await PrepareAsync(scenario);
        string[] calls = await PlayAsync(scenario, prepared);
        Assert.AreEqual(writes, string.Join(' ', calls.Where(call => s_writes.Contains(call))));
        Point[] points = [.. Points(calls).Distinct()];
        Assert.IsGreaterThanOrEqualTo(3 * writes.Split(' ').Length, points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            await KillAsync(scenario, prepared, points[i], isResumed: i % 2 == 1);
        }

        TestContext.WriteLine($"{name}: killed at {points.Length} points around {writes.Split(' ').Length} remote writes");
    }

    private static IEnumerable<Point> Points(string[] calls)
    {
        for (int i = 0; i < calls.Length; i++)
        {
            int after = calls[..i].Count(call => call == calls[i]);
            if (s_writes.Contains(calls[i]))
            {
                yield return new Point(calls[i], after, IsExecuted: false);
                yield return new Point(calls[i], after, IsExecuted: true);
            }
            else if (i + 1 < calls.Length && s_writes.Contains(calls[i + 1]))
            {
                yield return new Point(calls[i], after, IsExecuted: true);
            }
            else if (i > 0 && s_writes.Contains(calls[i - 1]))
            {
                yield return new Point(calls[i], after, IsExecuted: false);
            }
        }
    }

    private async Task KillAsync(Scenario scenario, Prepared prepared, Point point, bool isResumed)
    {
        string place = $"{scenario.Name}, {point}, {(isResumed ? "resumed" : "run again")}";
        await using EmulatorHost emulator = await prepared.StartAsync(Ct);
        using TempFolder state = prepared.Folder();
        emulator.Inject(new Fault { Action = point.Action, Kind = FaultKind.Hang, After = point.After, AfterExecution = point.IsExecuted, Duration = s_limit });
        using (Process victim = HostProcess.Start(emulator.Address, state.Path, scenario.Verb, scenario.Policy, scenario.Script))
        {
            await HeldAsync(emulator, victim, place);
            victim.Kill();
            await victim.WaitForExitAsync(Ct);
        }

        emulator.ClearFaults();
        await AssertNothingIsLostAsync(emulator, state, scenario, place);
        bool isDeployment = scenario.Verb == "deploy";
        (int exitCode, string output) = await RunAsync(emulator, state, scenario, isResumed && isDeployment ? "resume" : scenario.Verb);
        if (isResumed && isDeployment && exitCode != 0 && !scenario.GoesBack)
        {
            // Nothing was under way yet.
            await AssertNothingIsLostAsync(emulator, state, scenario, place);
            (exitCode, output) = await RunAsync(emulator, state, scenario, scenario.Verb);
        }

        JsonElement? serving = await ServingAsync(emulator);
        Assert.IsNotNull(serving, $"{place}: nothing answers\n{output}");
        Assert.Contains(scenario.GoesBack ? "serve-old" : "serve-new", serving.Value.GetProperty("config").ToString(), $"{place}\n{output}");
        Assert.IsTrue(scenario.GoesBack || exitCode == 0, $"{place}\n{output}");
        Assert.IsFalse(File.Exists(BackupIn(state)), $"{place}: the backup is removed in the end\n{output}");
        if (scenario.IsScaled)
        {
            Assert.AreEqual(JsonValueKind.Object, serving.Value.GetProperty("autoScaler").ValueKind, $"{place}: the old one scales again\n{output}");
            Assert.AreEqual(JsonValueKind.Object, serving.Value.GetProperty("cronScaler").ValueKind, $"{place}: the old one scales again\n{output}");
        }
    }

    private static async Task AssertNothingIsLostAsync(EmulatorHost emulator, TempFolder state, Scenario scenario, string place)
    {
        string backup = BackupIn(state);
        bool isSafe = !scenario.HasOld || await ServingAsync(emulator) is not null
            || (File.Exists(backup) && File.ReadAllText(backup).Contains("serve-old", StringComparison.Ordinal));
        Assert.IsTrue(isSafe, $"{place}: nothing answers and there is no backup");
        if (File.Exists(backup) && !OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup), place);
        }
    }

    private static string BackupIn(TempFolder state) => Path.Combine(state.Path, Name + ".backup.json");

    /// <summary>The service whose instances answer; null = none does.</summary>
    private static async Task<JsonElement?> ServingAsync(EmulatorHost emulator)
    {
        using JsonDocument document = JsonDocument.Parse(await StateAsync(emulator));
        foreach (JsonElement service in document.RootElement.GetProperty("services").EnumerateArray())
        {
            if (service.GetProperty("name").GetString() == Name && service.GetProperty("current").GetProperty("status").ToString() is not ("Failed" or "Deleting"))
            {
                return service.Clone();
            }
        }

        return null;
    }

    private static async Task<string> StateAsync(EmulatorHost emulator)
    {
        using HttpClient client = new() { BaseAddress = emulator.Address };
        return await client.GetStringAsync(new Uri("_control/state", UriKind.Relative));
    }

    /// <summary>Until the emulator holds the call: the fault has left its list.</summary>
    private async Task HeldAsync(EmulatorHost emulator, Process victim, string place)
    {
        using HttpClient client = new() { BaseAddress = emulator.Address };
        long start = Stopwatch.GetTimestamp();
        while ((await client.GetStringAsync(new Uri("_control/faults", UriKind.Relative), Ct)).Contains("\"action\"", StringComparison.Ordinal))
        {
            Assert.IsFalse(victim.HasExited, $"{place}: it ended before it came to the point");
            Assert.IsLessThan(s_limit, Stopwatch.GetElapsedTime(start), $"{place}: it never came to the point");
            await Task.Delay(10, Ct);
        }
    }

    private Task<(int ExitCode, string Output)> RunAsync(EmulatorHost emulator, TempFolder state, Scenario scenario, string verb) =>
        HostProcess.FinishAsync(HostProcess.Start(emulator.Address, state.Path, verb, scenario.Policy, scenario.Script), Ct);

    /// <summary>The region and the state folder before the run that is killed.</summary>
    private async Task<Prepared> PrepareAsync(Scenario scenario)
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using TempFolder state = new();
        foreach ((string policy, string script) in scenario.Before)
        {
            (int exitCode, string output) = await HostProcess.FinishAsync(HostProcess.Start(emulator.Address, state.Path, "deploy", policy, script), Ct);
            Assert.AreEqual(0, exitCode, output);
            if (scenario.IsScaled && script == Old)
            {
                CloudSettings settings = new() { Region = "cn-hangzhou", Endpoint = emulator.Address, UserAgent = "EasDeploy.Tests" };
                using AliyunCloud cloud = AliyunCloud.Open(settings, EmulatorCredentials.Source);
                await cloud.Eas.CreateServiceAutoScalerAsync(Name, new Aliyun.Eas.AutoScaler(1, 4, [new("qps", 10)]), Ct);
                await cloud.Eas.CreateServiceCronScalerAsync(Name, new Aliyun.Eas.CronScaler([new("morning", "0 0 8 * * *", 2)], []), Ct);
            }
        }

        return new Prepared(await StateAsync(emulator), [.. Directory.GetFiles(state.Path).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))]);
    }

    /// <returns>Calls about the service of a run that is left alone, in order.</returns>
    private async Task<string[]> PlayAsync(Scenario scenario, Prepared prepared)
    {
        await using EmulatorHost emulator = await prepared.StartAsync(Ct);
        using TempFolder state = prepared.Folder();
        (int exitCode, string output) = await RunAsync(emulator, state, scenario, scenario.Verb);
        Assert.AreEqual(scenario.Script == Failing ? 1 : 0, exitCode, output);
        return [.. emulator.Requests.Select(request => request.Action ?? "").Where(action => s_reads.Contains(action) || s_writes.Contains(action))];
    }

    /// <param name="After">Calls of the operation that pass before the one held.</param>
    private sealed record Point(string Action, int After, bool IsExecuted)
    {
        public override string ToString() => $"{Action} {After + 1}, {(IsExecuted ? "carried out" : "not carried out")}";
    }

    /// <param name="Before">Deployments that come first: policy and start command.</param>
    /// <param name="GoesBack">The old service is what answers in the end.</param>
    /// <param name="IsScaled">The old service has scaling rules beside its document.</param>
    private sealed record Scenario(string Name, string Verb, string Policy, string Script, (string Policy, string Script)[] Before, bool GoesBack, bool IsScaled = false)
    {
        public bool HasOld => Before.Length > 0;

        public static Scenario Of(string name) => name switch
        {
            "Create" => new(name, "deploy", "Recreate", New, [], GoesBack: false),
            "Update" => new(name, "deploy", "Update", New, [("Update", Old)], GoesBack: false),
            "Recreate" => new(name, "deploy", "Recreate", New, [("Recreate", Old)], GoesBack: false),
            "FailingRecreate" => new(name, "deploy", "Recreate", Failing, [("Recreate", Old)], GoesBack: true, IsScaled: true),
            "FailingUpdate" => new(name, "deploy", "Update", Failing, [("Update", Old)], GoesBack: true),
            "Rollback" => new(name, "rollback", "Update", New, [("Update", Old), ("Update", New)], GoesBack: true),
            _ => new(name, "rollback", "Recreate", New, [("Recreate", Old), ("Recreate+NoWait", New)], GoesBack: true, IsScaled: true),
        };
    }

    /// <param name="Region">The emulator's state.</param>
    /// <param name="Files">Of the state folder.</param>
    private sealed record Prepared(string Region, (string Name, byte[] Content)[] Files)
    {
        public async Task<EmulatorHost> StartAsync(CancellationToken ct)
        {
            EmulatorHost emulator = await EmulatorHost.StartAsync(ct: ct);
            using HttpClient client = new() { BaseAddress = emulator.Address };
            using StringContent state = new(Region, Encoding.UTF8, "application/json");
            (await client.PutAsync(new Uri("_control/state", UriKind.Relative), state, ct)).EnsureSuccessStatusCode().Dispose();
            return emulator;
        }

        public TempFolder Folder()
        {
            TempFolder folder = new();
            foreach ((string name, byte[] content) in Files)
            {
                File.WriteAllBytes(folder[name], content);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite);
                }
            }

            return folder;
        }
    }
}
