using EasDeploy.Diagnostics;

namespace EasDeploy.Resolution;

/// <summary>What resolution chose for the author: second digit 9 of each room.</summary>
public static class ResolutionChoices
{
    /// <summary>{0} service, {1} workspace name, {2} id, {3} reason.</summary>
    public static DiagnosticDescriptor WorkspaceChosen { get; } = new("EAS1901", Severity.Info, "A workspace was chosen",
        "service '{0}': workspace {1} ({2}) is used, {3}. Set Workspace=\"{2}\" to say so yourself.");

    /// <summary>{0} service, {1} number of workspaces, {2} an id to paste.</summary>
    public static DiagnosticDescriptor WorkspaceLeftOpen { get; } = new("EAS1902", Severity.Info, "No workspace was chosen",
        "service '{0}': the account has {1} workspaces and no default one, so none is set. Set Workspace=\"{2}\" or another id to bind the service.");

    /// <summary>{0} service, {1} path as written.</summary>
    public static DiagnosticDescriptor SlashAppended { get; } = new("EAS2901", Severity.Info, "The final slash of an OSS folder was added",
        "service '{0}': the OSS folder '{1}' is written as '{1}/'. Add the final slash to silence this line.");

    /// <summary>{0} service, {1} image, {2} the script used.</summary>
    public static DiagnosticDescriptor PresetRewritten { get; } = new("EAS2902", Severity.Info, "The image's start command was fitted",
        "service '{0}': the start command of image '{1}' was fitted to the service's port and model path: {2}. Set Script to use another one.");

    /// <summary>{0} service, {1} image, {2} the script used.</summary>
    public static DiagnosticDescriptor TypicalScriptUsed { get; } = new("EAS2903", Severity.Info, "The typical start command is used",
        "service '{0}': image '{1}' brings no start command, so the typical one is used: {2}. Set Script to use another one.");

    /// <summary>{0} service, {1} family, {2} image, {3} reason.</summary>
    public static DiagnosticDescriptor ImageChosen { get; } = new("EAS2904", Severity.Info, "An image of the family was chosen",
        "service '{0}': image family '{1}' is {2} now, {3}. Set Image=\"{2}\" to stay with it.");

    /// <summary>{0} service, {1} old type, {2} new type, {3} image, {4} image chip, {5} chip of the old type.</summary>
    public static DiagnosticDescriptor InstanceSwitched { get; } = new("EAS3901", Severity.Warning, "The instance type was switched to one with a GPU",
        "service '{0}': InstanceType '{1}' was switched to '{2}', because image '{3}' needs a {4} instance and '{1}' is a {5} instance. Set InstanceType=\"{2}\" to accept it, or EasAutoSwitchInstance=false to get an error instead.");

    /// <summary>{0} service, {1} need, {2} types.</summary>
    public static DiagnosticDescriptor TypesChosen { get; } = new("EAS3902", Severity.Info, "Instance types were chosen",
        "service '{0}': {1} is met by {2}, tried in this order. Set InstanceType=\"{2}\" to stay with them.");

    /// <summary>{0} service.</summary>
    public static DiagnosticDescriptor IntranetChosen { get; } = new("EAS4901", Severity.Info, "The load balancer is reached from the VPC only",
        "service '{0}': the load balancer of EasNlbListener 'default' is made for the intranet, because no NetType is given. Set NetType=\"intranet\" to silence this line, or NetType=\"internet\" to open it.");

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [WorkspaceChosen, WorkspaceLeftOpen, SlashAppended, PresetRewritten, TypicalScriptUsed, ImageChosen, InstanceSwitched, TypesChosen, IntranetChosen];
}
