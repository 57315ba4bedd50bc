using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Shows the warnings of the last check again when the check itself was skipped.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReplayEasDiagnostics : EasTask
{
    /// <summary>Full path of what <see cref="GenerateEasConfig"/> kept.</summary>
    [Required]
    public string DiagnosticsFile { get; set; } = "";

    private protected override Task RunAsync(CancellationToken ct)
    {
        Report(DiagnosticsCache.Read(DiagnosticsFile));
        return Task.CompletedTask;
    }
}
