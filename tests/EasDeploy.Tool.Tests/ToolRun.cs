using System.Globalization;
using System.Text;
using EasDeploy.Tool.Commands;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Tests;

/// <summary>A verb run inside the test process: real parsing, real HTTP, strings instead of streams.</summary>
/// <param name="ExitCode">One of <see cref="Tool.ExitCode"/>.</param>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs without a terminal, as in a pipeline.</summary>
    public static Task<ToolRun> RunAsync(CancellationToken ct, params string[] arguments) => RunAsync(new Surroundings(), ct, arguments);

    public static async Task<ToolRun> RunAsync(Surroundings surroundings, CancellationToken ct, params string[] arguments)
    {
        using StringReader input = new(surroundings.Input);
        using StringWriter output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using StringWriter error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ToolConsole console = new()
        {
            In = input,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(surroundings.Input)),
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            CanAsk = surroundings.CanAsk,
            Width = surroundings.Width,
            Folder = surroundings.Folder ?? Environment.CurrentDirectory,
        };
        int code = await EasCommandLine.RunAsync(arguments, console, ct);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    /// <param name="Input">What is typed.</param>
    /// <param name="CanAsk">True: a person sits at a terminal.</param>
    /// <param name="Folder">Full path of the current folder; null = the process's own.</param>
    internal sealed record Surroundings(string Input = "", bool CanAsk = false, int Width = ToolConsole.Unlimited, string? Folder = null);
}
