using System.Text.Json;
using CliWrap.Buffered;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests;

/// <summary>One run of a conformance script: what it checked and how it ended.</summary>
/// <param name="ExitCode">0 only when every check held.</param>
internal sealed record RefereeRun(IReadOnlyList<Verdict> Verdicts, int ExitCode, string Problems)
{
    /// <summary>What did not hold, one line each; empty when everything did.</summary>
    public string Failures => string.Join('\n', Verdicts.Where(v => !v.Ok).Select(v => $"{v.Client}: {v.Name}: {v.Problem}"));

    /// <param name="address">Where the emulator is, or something that stands before it.</param>
    public static async Task<RefereeRun> OfAsync(string script, Uri address, TestContext test, params string[] more)
    {
        BufferedCommandResult result = await NodeScripts.RunAsync(
            script,
            [
                address.AbsoluteUri.TrimEnd('/'), EmulatorHost.AccessKeyId, EmulatorHost.AccessKeySecret,
                Path.Combine(Repository.Root, "src", "EasDeploy.Emulator", "Seeds"), .. more,
            ],
            ct: test.CancellationToken);
        Verdict[] verdicts = [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Verdict>(line, JsonSerializerOptions.Web)!)];
        foreach (IGrouping<string, Verdict> client in verdicts.GroupBy(v => v.Client))
        {
            test.WriteLine($"{client.Key}: {client.Count(v => v.Ok)} of {client.Count()} ({client.Sum(v => v.Assertions)} assertions)");
        }

        return new RefereeRun(verdicts, result.ExitCode, result.StandardError);
    }
}

/// <summary>One check of a script.</summary>
internal sealed record Verdict(string Client, string Name, bool Ok, int Assertions, string? Problem);
