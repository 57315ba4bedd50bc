using System.CommandLine;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary>A verb before its options are made: making the options of all verbs costs more than running one.</summary>
/// <param name="Create">Makes the whole command.</param>
internal sealed record VerbEntry(string Name, string Description, Func<ToolConsole, Command> Create)
{
    /// <summary>In the order of the help: from making a service to ending it, then what helps.</summary>
    public static IReadOnlyList<VerbEntry> All { get; } =
    [
        Of("new", "Asks for a service step by step, then saves or deploys it.", (verb, console) => NewCommand.Fill(verb, console, CredentialPlaces.OfThisProcess, console.Folder)),
        Of("check", "Checks service documents or projects with the rules of the build. Exit code 1 when there is an error.", CheckCommand.Fill),
        Of("plan", "Shows what a deployment would do, and can save it. Reads only. Exit code 0 no change, 10 changes.", PlanCommand.Fill),
        Of("deploy", "Deploys services and waits until they run. Progress goes to standard error, the result to standard output.", DeployCommand.Fill),
        Of("resume", "Goes on with a deployment that was interrupted; starts nothing anew.", ResumeCommand.Fill),
        Of("rollback", "Brings services back to what they were before the last deployment.", RollbackCommand.Fill),
        Of("status", "Shows a service: status, endpoints, instances. With --watch exit code 4 when it ends as anything but Running.", StatusCommand.Fill),
        Of("events", "Shows the events of a service, newest last (the cloud keeps them for some days).", EventsCommand.Fill),
        Of("logs", "Prints the log lines of a service.", LogsCommand.Fill),
        Of("invoke", "Calls a service with its access token and prints the answer.", InvokeCommand.Fill),
        Of("token", "Prints the access token of a service and nothing else. It is a secret: keep it out of logs.", TokenCommand.Fill),
        Of("stop", "Stops a service; its configuration stays. Waits until it is Stopped.", SwitchCommand.Stop),
        Of("start", "Starts a stopped service. Waits until it is Running.", SwitchCommand.Start),
        Of("delete", "Deletes a service with its access token. Waits until it is gone; a service under a safety lock is never deleted.", DeleteCommand.Fill),
        Of("list", "Lists what the account has and what the region offers.", ListCommand.Fill),
        Of("lock", "Asks the cloud and writes eas.lock.json beside a project: builds then need no cloud.", LockCommand.Fill),
        Of("doctor", "Checks what a deployment needs: SDK, region, credentials, network, clock, permissions. Exit code 1 when something is bad.", DoctorCommand.Fill),
        Of("schema", "Prints the JSON schema of eas_service.json, or the XML schema of the items.", SchemaCommand.Fill),
        Of("explain", "Prints what a code means, why it appears, and the repair. Needs no network.", ExplainCommand.Fill),
        Of("emulator", "Runs an emulator of PAI-EAS on this machine: no account, no costs. Ends with Ctrl+C.", EmulatorCommand.Fill),
    ];

    /// <summary>Name and description, enough for a list of verbs.</summary>
    public Command Outline() => new EasVerb(Name, Description);

    private static VerbEntry Of(string name, string description, Action<EasVerb, ToolConsole> fill) => new(name, description, console =>
    {
        EasVerb verb = new(name, description);
        fill(verb, console);
        return verb;
    });
}
