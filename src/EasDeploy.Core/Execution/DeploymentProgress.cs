using EasDeploy.Diagnostics;

namespace EasDeploy.Execution;

/// <summary>Something to show while a deployment runs: lines of text, or a finding.</summary>
/// <param name="Text">One or more lines; empty when <paramref name="Diagnostic"/> is given.</param>
/// <param name="IsPreview">Long text about what will be sent; where room is short it is the first to go.</param>
public sealed record DeploymentProgress(string ServiceName, string Text, Diagnostic? Diagnostic = null, bool IsPreview = false);
