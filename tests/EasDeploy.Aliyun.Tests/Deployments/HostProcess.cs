using System.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Deployments;

/// <summary>A deployment in a process of its own: tests/EasDeploy.DeploymentHost.</summary>
internal static class HostProcess
{
    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "EasDeploy.DeploymentHost", "bin",
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "EasDeploy.DeploymentHost.dll");

    /// <param name="verb"><c>deploy</c>, <c>resume</c> or <c>rollback</c>.</param>
    /// <param name="policy"><c>Recreate</c> or <c>Update</c>.</param>
    /// <param name="script">Start command of the service; with <c>fails</c> in it, of one that fails.</param>
    public static Process Start(Uri address, string statePath, string verb, string policy, string script)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        // Hundreds of short processes: what is compiled for later costs only.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (string argument in new[] { Assembly, address.AbsoluteUri, statePath, verb, policy, script })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Reads to the end and disposes the process.</summary>
    public static async Task<(int ExitCode, string Output)> FinishAsync(Process process, CancellationToken ct)
    {
        using (process)
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(ct);
            string output = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, output + await errors);
        }
    }
}
