using System.Collections.Concurrent;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.EventStream;

namespace EasDeploy.Testing;

/// <summary>What a child process left behind.</summary>
/// <param name="Output">Standard output, then standard error.</param>
public sealed record RunResult(int ExitCode, string Output);

/// <summary>Runs the real <c>dotnet</c> (and a shell) in one folder, and keeps a record of every command in <c>commands.md</c>.</summary>
/// <param name="folder">Working folder of the children.</param>
/// <param name="record">Name of the record, such as <c>PublishTests.The_name_of_the_test</c>.</param>
public sealed class DotnetRun(TestHome home, string folder, string record)
{
    // Only against a hang: a busy machine may take minutes for what takes seconds.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    // Not beside the temporary folder itself: that is gone when somebody wants to read it.
    private readonly string _commands = Path.Combine(AppContext.BaseDirectory, "TestResults", "commands", Unique(record), "commands.md");
    private static readonly ConcurrentDictionary<string, int> s_records = new(StringComparer.Ordinal);
    private bool _isStarted;

    /// <summary>Set for every child of this object; null = removed.</summary>
    public Dictionary<string, string?> Environment { get; } = home.Environment();

    /// <summary>Runs <c>dotnet</c> with these arguments; passed as a list, never through a shell.</summary>
    public Task<RunResult> DotnetAsync(CancellationToken ct, params string[] arguments) => RunAsync("dotnet", arguments, ct);

    /// <summary>Runs one line as a person would type it.</summary>
    public Task<RunResult> ShellAsync(string line, CancellationToken ct) => RunAsync("/bin/sh", ["-c", line], ct);

    /// <summary>Runs <c>dotnet</c> and sends it a signal when a text appears in its output.</summary>
    /// <param name="signal"><c>INT</c>, that of Ctrl+C, or <c>TERM</c>.</param>
    /// <remarks>Unix only. A terminal signals the whole group: that the emulator is in none of ours is a test of its own.</remarks>
    public async Task<RunResult> SignalAsync(string signal, string whenSeen, CancellationToken ct, params string[] arguments)
    {
        using CancellationTokenSource limit = Limit(ct);
        StringBuilder output = new();
        (int process, int exitCode, bool isSignalled) = (0, -1, false);
        await foreach (CommandEvent happened in Command("dotnet", arguments).ListenAsync(limit.Token))
        {
            string line = "";
            switch (happened)
            {
                case StartedCommandEvent started:
                    process = started.ProcessId;
                    continue;
                case ExitedCommandEvent exited:
                    exitCode = exited.ExitCode;
                    continue;
                case StandardOutputCommandEvent written:
                    line = written.Text;
                    break;
                case StandardErrorCommandEvent written:
                    line = written.Text;
                    break;
            }

            output.Append(line).Append('\n');
            if (!isSignalled && line.Contains(whenSeen, StringComparison.Ordinal))
            {
                isSignalled = true;
                await Cli.Wrap("/bin/sh").WithArguments(["-c", $"kill -s {signal} {process}"]).ExecuteAsync(limit.Token);
            }
        }

        return Keep("dotnet " + string.Join(' ', arguments) + $"   # SIG{signal} at '{whenSeen}'", new RunResult(exitCode, output.ToString()));
    }

    /// <summary>Runs any program with these arguments; passed as a list, never through a shell.</summary>
    public async Task<RunResult> RunAsync(string program, string[] arguments, CancellationToken ct)
    {
        using CancellationTokenSource limit = Limit(ct);
        string line = program + " " + string.Join(' ', arguments);
        try
        {
            BufferedCommandResult result = await Command(program, arguments).ExecuteBufferedAsync(limit.Token);
            return Keep(line, new RunResult(result.ExitCode, result.StandardOutput + result.StandardError));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            Keep(line, new RunResult(-1, $"killed after {s_limit}"));
            throw new TimeoutException($"'{line}' did not end within {s_limit}; it was killed with its children.");
        }
    }

    // A test with data rows asks for the same name more than once.
    private static string Unique(string record)
    {
        int number = s_records.AddOrUpdate(record, 1, (_, count) => count + 1);
        return number == 1 ? record : $"{record}.{number}";
    }

    private Command Command(string program, string[] arguments) => Cli.Wrap(program)
        .WithArguments(arguments)
        .WithWorkingDirectory(folder)
        .WithEnvironmentVariables(Environment)
        .WithValidation(CommandResultValidation.None);

    private static CancellationTokenSource Limit(CancellationToken ct)
    {
        CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_limit);
        return limit;
    }

    private RunResult Keep(string line, RunResult result)
    {
        if (!_isStarted)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_commands)!);
            File.WriteAllText(_commands, $"# {record}\n");
            _isStarted = true;
        }

        string environment = string.Join("\n", Environment.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"    {pair.Key}={pair.Value}"));
        File.AppendAllText(_commands, $"\n## {line}\n\nFolder `{folder}`, exit code {result.ExitCode}. Environment:\n\n{environment}\n\n```\n{result.Output}\n```\n");
        return result;
    }
}
