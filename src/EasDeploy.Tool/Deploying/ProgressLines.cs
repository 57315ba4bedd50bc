using EasDeploy.Execution;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Deploying;

/// <summary>Shows a deployment on standard error, service by service: standard output is for the result.</summary>
internal sealed class ProgressLines(ToolConsole console, bool isEmulated) : IProgress<DeploymentProgress>
{
    private readonly Lock _gate = new();

    public void Report(DeploymentProgress value)
    {
        string line = value.Diagnostic is { } finding
            ? FindingLine.Of(finding, null, console.HasColours)
            : $"[{value.ServiceName}{(isEmulated ? ", emulator" : "")}]{(value.Text.Contains('\n', StringComparison.Ordinal) ? '\n' : ' ')}{value.Text}";
        lock (_gate)
        {
            console.Error.WriteLine(console.Wrapped(line));
        }
    }
}
