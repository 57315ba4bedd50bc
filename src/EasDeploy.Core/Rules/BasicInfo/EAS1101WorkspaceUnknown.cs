using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.BasicInfo;

/// <summary>A workspace that was asked for exists and is ENABLED. A warning: the workspace never stops a deployment.</summary>
/// <remarks>Source: deployment workflow, step 1.2; R1011; ruling C04. Rests where EAS1005 speaks.</remarks>
public sealed class EAS1101WorkspaceUnknown : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS1101", Severity.Warning, "Workspace is unknown or not enabled",
        "service '{0}': workspace '{1}' {2}. Set Workspace=\"{3}\", or leave Workspace out.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.BasicInfo.Workspace is not { } wanted || EAS1005WorkspaceDigits.SpeaksFor(service.Spec.Item, wanted.Value))
        {
            yield break;
        }

        string? reason = service.Workspace switch
        {
            { State: ResolutionState.NotFound } => "is not in the region's list",
            { Value: { Status: not "ENABLED" } found } => $"is {found.Status}, not ENABLED",
            _ => null,
        };
        if (reason is not null)
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Shown(), reason, Offer(service, wanted.Value));
        }
    }

    private static string Offer(ResolvedService service, string wanted)
    {
        List<Workspace> enabled = [.. service.Catalog.Workspaces.Where(workspace => workspace.Status == "ENABLED")];
        return NearestName.Of(wanted, enabled.Select(workspace => workspace.Name))
            ?? NearestName.Of(wanted, enabled.Select(workspace => workspace.Id))
            ?? enabled.FirstOrDefault(workspace => workspace.IsDefault)?.Id
            ?? enabled.FirstOrDefault()?.Id
            ?? "id of an enabled workspace";
    }
}
