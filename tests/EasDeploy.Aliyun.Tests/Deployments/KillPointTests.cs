using System.Diagnostics;
using EasDeploy.Emulator;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Deployments;

/// <summary>A real process is killed around every remote write: the next one reaches the goal, or the old service answers.</summary>
/// <remarks>The process is held at the point by a fault of the emulator; nothing in the shipped code knows of it.</remarks>
[TestClass]
public sealed class KillPointTests
{
    private const string Name = "qwen_chat";
    private const string Old = "serve-old --port 8000";
    private const string New = "serve-new --port 8000";
    private const string Failing = "serve-new-fails --port 8000";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    public required TestContext TestContext { get; init; }

    /// <param name="after">How many calls of the operation pass before the one held.</param>
    [TestMethod]
    [DataRow("Create", "DescribeService", 0)]
    [DataRow("Create", "CreateService", 0)]
    [DataRow("Create", "DescribeService", 1)]
    [DataRow("Create", "DeleteServiceLabel", 0)]
    [DataRow("Update", "UpdateServiceLabel", 0)]
    [DataRow("Update", "ListServices", 1)]
    [DataRow("Update", "UpdateService", 0)]
    [DataRow("Update", "DeleteServiceLabel", 0)]
    [DataRow("Recreate", "UpdateServiceLabel", 0)]
    [DataRow("Recreate", "ListServices", 1)]
    [DataRow("Recreate", "DeleteService", 0)]
    [DataRow("Recreate", "ListImages", 1)]
    [DataRow("Recreate", "CreateService", 0)]
    [DataRow("Recreate", "DeleteServiceLabel", 0)]
    [DataRow("FailingRecreate", "DeleteService", 1)]
    [DataRow("FailingRecreate", "CreateService", 1)]
    [DataRow("FailingUpdate", "UpdateServiceVersion", 0)]
    [DataRow("Rollback", "UpdateServiceVersion", 0)]
    public async Task A_process_killed_before_and_after_a_call_is_continued(string scenario, string action, int after)
    {
        foreach (bool isExecuted in new[] { false, true })
        {
            await KillAsync(scenario, action, after, isExecuted);
        }
    }

    private async Task KillAsync(string scenario, string action, int after, bool isExecuted)
    {
        string point = $"{scenario}, {action} {after + 1}, {(isExecuted ? "carried out" : "not carried out")}";
        CancellationToken ct = TestContext.CancellationToken;
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: ct);
        using TempFolder state = new();
        string policy = scenario.EndsWith("Update", StringComparison.Ordinal) || scenario == "Rollback" ? "Update" : "Recreate";
        string wanted = scenario.StartsWith("Failing", StringComparison.Ordinal) ? Failing : New;
        bool fails = scenario.StartsWith("Failing", StringComparison.Ordinal);
        if (scenario != "Create")
        {
            Assert.AreEqual(0, (await FinishAsync(Start(emulator, state, "deploy", policy, Old), ct)).ExitCode, point);
        }

        if (scenario == "Rollback")
        {
            Assert.AreEqual(0, (await FinishAsync(Start(emulator, state, "deploy", policy, New), ct)).ExitCode, point);
        }

        emulator.Inject(new Fault { Action = action, Kind = FaultKind.Hang, After = after, AfterExecution = isExecuted, Duration = s_limit });
        using (Process victim = Start(emulator, state, scenario == "Rollback" ? "rollback" : "deploy", policy, wanted))
        {
            await HeldAsync(emulator, victim, point, ct);
            victim.Kill();
            await victim.WaitForExitAsync(ct);
        }

        emulator.ClearFaults();
        await AssertNothingIsLostAsync(emulator, state, scenario, point, ct);
        (int exitCode, string output) = await FinishAsync(Start(emulator, state, scenario == "Rollback" ? "rollback" : "deploy", policy, wanted), ct);
        string serving = await ServingAsync(emulator, ct);
        Assert.AreNotEqual("", serving, $"{point}: nothing answers\n{output}");
        if (scenario == "Rollback" || fails)
        {
            return;
        }

        Assert.AreEqual(0, exitCode, $"{point}\n{output}");
        Assert.Contains("serve-new", serving, $"{point}\n{output}");
        Assert.IsFalse(File.Exists(Path.Combine(state.Path, Name + ".backup.json")), $"{point}: the backup is removed after success");
    }

    private static async Task AssertNothingIsLostAsync(EmulatorHost emulator, TempFolder state, string scenario, string point, CancellationToken ct)
    {
        string backup = Path.Combine(state.Path, Name + ".backup.json");
        bool isSafe = scenario == "Create" || await ServingAsync(emulator, ct) != "" || (File.Exists(backup) && File.ReadAllText(backup).Contains("serve-old", StringComparison.Ordinal));
        Assert.IsTrue(isSafe, $"{point}: nothing answers and there is no backup");
        if (File.Exists(backup) && !OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup), point);
        }
    }

    /// <summary>The document whose instances answer; empty = none does.</summary>
    private static async Task<string> ServingAsync(EmulatorHost emulator, CancellationToken ct)
    {
        using HttpClient client = new() { BaseAddress = emulator.Address };
        string board = await client.GetStringAsync(new Uri("_control/state", UriKind.Relative), ct);
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(board);
        foreach (System.Text.Json.JsonElement service in document.RootElement.GetProperty("services").EnumerateArray())
        {
            if (service.GetProperty("name").GetString() == Name && service.GetProperty("current").GetProperty("status").ToString() is not ("Failed" or "Deleting"))
            {
                return service.GetProperty("config").ToString();
            }
        }

        return "";
    }

    /// <summary>Until the emulator holds the call: the fault has left its list.</summary>
    private static async Task HeldAsync(EmulatorHost emulator, Process victim, string point, CancellationToken ct)
    {
        using HttpClient client = new() { BaseAddress = emulator.Address };
        long start = Stopwatch.GetTimestamp();
        while ((await client.GetStringAsync(new Uri("_control/faults", UriKind.Relative), ct)).Contains("\"action\"", StringComparison.Ordinal))
        {
            Assert.IsFalse(victim.HasExited, $"{point}: it ended before it came to the point");
            Assert.IsLessThan(s_limit, Stopwatch.GetElapsedTime(start), $"{point}: it never came to the point");
            await Task.Delay(10, ct);
        }
    }

    private static Process Start(EmulatorHost emulator, TempFolder state, string verb, string policy, string script)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { HostAssembly, emulator.Address.AbsoluteUri, state.Path, verb, policy, script })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<(int ExitCode, string Output)> FinishAsync(Process process, CancellationToken ct)
    {
        using (process)
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(ct);
            string output = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, output + await errors);
        }
    }

    private static string HostAssembly => Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "EasDeploy.DeploymentHost", "bin",
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "EasDeploy.DeploymentHost.dll");
}
