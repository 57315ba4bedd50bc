namespace EasDeploy.Diagnostics;

/// <summary>One finding, ready to be shown.</summary>
/// <param name="Code"><c>EAS####</c>.</param>
/// <param name="Message">Whole text: what is wrong and the repair. Never holds a secret.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceLocation Location, string Message);
