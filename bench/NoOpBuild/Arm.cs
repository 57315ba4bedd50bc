using System.Diagnostics;

namespace NoOpBuild;

/// <summary>One project that is built again and again without a change.</summary>
internal sealed record Arm(string Name, string Folder, IReadOnlyDictionary<string, string> Environment)
{
    /// <returns>Wall milliseconds of <c>dotnet build --no-restore -v:q</c>.</returns>
    public double Build() => Dotnet("build --no-restore -v:q");

    public double Dotnet(string arguments) => Run("dotnet", arguments);

    /// <exception cref="InvalidOperationException">The command failed; the message is its output.</exception>
    public double Run(string program, string arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in Environment)
        {
            start.Environment[name] = value;
        }

        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double taken = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        return process.ExitCode == 0 ? taken : throw new InvalidOperationException($"{program} {arguments} in {Name}:\n{output}{errors.Result}");
    }
}
