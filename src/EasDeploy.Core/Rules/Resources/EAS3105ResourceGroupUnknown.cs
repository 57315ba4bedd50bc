using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A resource group exists and is ready.</summary>
/// <remarks>Source: deployment workflow, step 3.3; R3041; checklist X9. Rests where EAS3032 speaks.</remarks>
public sealed class EAS3105ResourceGroupUnknown : IRule
{
    internal const string Ready = "ResourceReady";

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS3105", Severity.Error, "Resource group is unknown or not ready",
        "service '{0}': resource group '{1}' {2}. Set ResourceGroup=\"{3}\", or use InstanceType instead.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Resources.ResourceGroup is not { } wanted || EAS3032ResourceIdForm.SpeaksFor(service.Spec.Item, wanted.Value))
        {
            yield break;
        }

        string? reason = service.ResourceGroup switch
        {
            { State: ResolutionState.NotFound } => "is not in the region's list",
            { Value: { Status: not Ready } found } => $"is {found.Status.Shown()}, not {Ready}",
            _ => null,
        };
        if (reason is not null)
        {
            yield return Descriptor.At(wanted.Location, service.Name.Shown(), wanted.Value.Shown(), reason, Offer(service, wanted.Value));
        }
    }

    private static string Offer(ResolvedService service, string wanted)
    {
        List<ResourceGroup> ready = [.. (service.Catalog.ResourceGroups ?? []).Where(group => group.Status == Ready)];
        return NearestName.Of(wanted, ready.SelectMany(group => new[] { group.Name, group.Id }).Where(name => name.Length > 0))
            ?? GroupOffer.For(service)
            ?? "id of a group that is ready";
    }
}
