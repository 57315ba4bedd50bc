using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

/// <summary>A resource group an author can write instead of one that does not serve.</summary>
internal static class GroupOffer
{
    /// <summary>The largest ready group, dedicated ones first. What is free changes by the hour and would not be locked.</summary>
    /// <returns>Its name in a project, its id in a document; null when there is none.</returns>
    public static string? For(ResolvedService service, bool withGpu = false) => (service.Catalog.ResourceGroups ?? [])
        .Where(group => group.Status == EAS3105ResourceGroupUnknown.Ready && (!withGpu || group.GpuCount > 0))
        .OrderByDescending(group => group.ResourceType == "Dedicated")
        .ThenByDescending(group => group.GpuCount)
        .ThenByDescending(group => group.CpuCount)
        .ThenBy(group => group.Id, StringComparer.Ordinal)
        .Select(group => group.Name.Length == 0 || service.Spec.Item.Config is not null ? group.Id : group.Name)
        .FirstOrDefault();
}
