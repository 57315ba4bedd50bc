using EasDeploy.Diagnostics;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>Says which configs a publish without a build would have needed.</summary>
[MSBuildMultiThreadableTask]
public sealed class RequireEasConfig : EasTask
{
    /// <summary>Full paths that do not exist.</summary>
    [Required]
    public ITaskItem[] MissingFiles { get; set; } = [];

    private protected override Task RunAsync(CancellationToken ct)
    {
        Report(MissingFiles.Select(file => BuildDiagnostics.ConfigMissing.At(new SourceLocation(ProjectFile, 0, 0), file.ItemSpec)));
        return Task.CompletedTask;
    }
}
