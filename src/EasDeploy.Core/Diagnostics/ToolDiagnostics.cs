namespace EasDeploy.Diagnostics;

/// <summary>Room 8: the command line <c>dotnet eas</c>, codes from EAS8050 on.</summary>
public static class ToolDiagnostics
{
    /// <summary>{0} what is asked, {1} repair.</summary>
    public static DiagnosticDescriptor AnswerNeeded { get; } = new("EAS8050", Severity.Error, "An answer is needed and nobody can be asked",
        "{0} needs an answer, and there is no terminal to ask on. {1}.");

    /// <summary>{0} service name, {1} region, {2} repair.</summary>
    public static DiagnosticDescriptor NoSuchService { get; } = new("EAS8051", Severity.Error, "There is no service of that name",
        "there is no service '{0}' in {1}. {2}.");

    /// <summary>{0} what was written, {1} repair.</summary>
    public static DiagnosticDescriptor NoSuchCode { get; } = new("EAS8052", Severity.Error, "There is no diagnostic of that code",
        "'{0}' is no code of EasDeploy. {1}.");

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [AnswerNeeded, NoSuchService, NoSuchCode];
}
