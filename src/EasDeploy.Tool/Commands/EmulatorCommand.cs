using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas emulator</c>: the bundled PAI-EAS of this machine, in the foreground until Ctrl+C.</summary>
internal static class EmulatorCommand
{
    private const int DefaultPort = 5080;

    /// <summary>Longer than it takes to close its connections.</summary>
    private static readonly TimeSpan s_endLimit = TimeSpan.FromSeconds(10);

    public static void Fill(EasVerb command, ToolConsole console)
    {
        Option<ushort> port = new("--port") { Description = "Port on 127.0.0.1; 0 = a free one.", DefaultValueFactory = _ => DefaultPort };
        Option<string> pace = new("--pace") { Description = "How services move on: at once, after N describes, or after S seconds a status.", HelpName = "instant|describe:N|seconds:S" };
        Option<bool> loose = new("--loose") { Description = "Pass over unknown fields instead of refusing them." };
        Option<string> region = new("--region") { Description = "The region it plays.", DefaultValueFactory = _ => "cn-hangzhou" };
        command.Examples = ["dotnet eas emulator", "dotnet eas emulator --port 0 --pace describe:3", "dotnet eas list images --endpoint http://127.0.0.1:5080"];
        command.Add(port);
        command.Add(pace);
        command.Add(loose);
        command.Add(region);
        command.Runs(console, async (parsed, ct) =>
        {
            List<string> arguments = ["--port", parsed.GetValue(port).ToString(CultureInfo.InvariantCulture), "--region", parsed.GetValue(region)!];
            if (parsed.GetValue(pace) is { } given)
            {
                arguments.AddRange(["--pace", given]);
            }

            if (parsed.GetValue(loose))
            {
                arguments.Add("--loose");
            }

            return await RunAsync(arguments, ct);
        });
    }

    private static async Task<int> RunAsync(List<string> arguments, CancellationToken ct)
    {
        if (!File.Exists(EmulatorProgram.Assembly))
        {
            throw CloudException.Of(
                CloudDiagnostics.EmulatorNotStarted, null, $"{EmulatorProgram.Assembly} does not exist", $"{EmulatorProgram.DotnetHost} {EmulatorProgram.Assembly}");
        }

        // Its streams are ours, and the terminal's Ctrl+C reaches it as well: it closes its connections by itself.
        using Process emulator = Process.Start(new ProcessStartInfo(EmulatorProgram.DotnetHost, [EmulatorProgram.Assembly, .. arguments]))!;
        try
        {
            await emulator.WaitForExitAsync(ct);
            return emulator.ExitCode;
        }
        catch (OperationCanceledException)
        {
            using CancellationTokenSource limit = new(s_endLimit);
            await EndAsync(emulator, limit.Token);
            return ExitCode.Done;
        }
    }

    private static async Task EndAsync(Process emulator, CancellationToken limit)
    {
        try
        {
            // A signal sent to us alone (kill, a service manager) did not reach it.
            await emulator.WaitForExitAsync(limit);
        }
        catch (OperationCanceledException)
        {
            emulator.Kill(entireProcessTree: true);
        }
    }
}
