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

    /// <summary>{0} service, {1} what it lacks, {2} status, {3} options of the cloud with a blank before each.</summary>
    public static DiagnosticDescriptor NotCallable { get; } = new("EAS8053", Severity.Error, "The service cannot be called",
        "service '{0}' has no {1}: it is {2}. Wait until it is Running with 'dotnet eas status {0} --watch{3}', and call it then.");

    /// <summary>{0} service, {1} HTTP status, {2} start of the answer, {3} repair.</summary>
    public static DiagnosticDescriptor CallRefused { get; } = new("EAS8054", Severity.Error, "The service answered with an error",
        "service '{0}' answered HTTP {1}: {2}. {3}.");

    /// <summary>{0} service, {1} endpoint, {2} reason.</summary>
    public static DiagnosticDescriptor CallUnanswered { get; } = new("EAS8055", Severity.Error, "The service cannot be reached",
        "service '{0}' does not answer at {1}: {2}. Check the network of this machine; an IntranetEndpoint answers only inside its VPC.");

    /// <summary>{0} service, {1} lock, {2} verb.</summary>
    public static DiagnosticDescriptor Locked { get; } = new("EAS8056", Severity.Error, "A safety lock forbids this",
        "service '{0}' is under the safety lock '{1}', which forbids to {2} it. Remove the lock in the console and run the command again.");

    /// <summary>{0} what is missing.</summary>
    public static DiagnosticDescriptor NoChat { get; } = new("EAS8057", Severity.Error, "The server does not speak OpenAI's chat",
        "{0}, so this server does not speak OpenAI's chat completions. Call it with --path and --body instead.");

    /// <summary>{0} what was entered, {1} key of the question, {2} what is allowed.</summary>
    public static DiagnosticDescriptor AnswerNotOffered { get; } = new("EAS8061", Severity.Error, "An answer is none of the choices",
        "'{0}' is no answer to '{1}'. Enter {2}.");

    /// <summary>{0} key, {1} nearest key or where all are listed.</summary>
    public static DiagnosticDescriptor UnknownQuestion { get; } = new("EAS8062", Severity.Error, "An answers file names an unknown question",
        "the wizard has no question '{0}'. Write {1}.");

    /// <summary>{0} project.</summary>
    public static DiagnosticDescriptor ProjectAlone { get; } = new("EAS8058", Severity.Error, "A project stands alone",
        "'{0}' is a project, and a project stands alone: it brings its own region, policy and state. Run the command once for the project and once for the other paths.");

    /// <summary>{0} what is wrong, {1} command that helps.</summary>
    public static DiagnosticDescriptor WrongUsage { get; } = new("EAS8059", Severity.Error, "The command line cannot be understood",
        "{0}. Type '{1}' to see what can be written.");

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [AnswerNeeded, NoSuchService, NoSuchCode, NotCallable, CallRefused, CallUnanswered, Locked, NoChat, ProjectAlone, WrongUsage, AnswerNotOffered, UnknownQuestion];
}
