using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy.Locks;

/// <summary>Proves that a lock answers what the services ask, without any call.</summary>
public static class LockAnswer
{
    /// <param name="region">Region of this build; null = none is set, and the lock's counts.</param>
    /// <param name="project">Shown where no value of a service is at fault.</param>
    /// <param name="lockName">Name of the file, for people.</param>
    /// <returns>EAS8001 for each fact that is not in the lock; empty = satisfied.</returns>
    public static ImmutableArray<Diagnostic> Gaps(
        LockFile held, IReadOnlyList<ServiceSpec> services, string? region, bool isEmulated, SourceLocation project, string lockName)
    {
        if (region is not null && region != held.Region)
        {
            return [BuildDiagnostics.LockStale.At(project, "the project", $"it is built for region '{region.Shown()}', and {lockName} holds '{held.Region.Shown()}'")];
        }

        // The other way round is harmless: what the cloud said also holds for a build that only tries things out.
        if (held.IsEmulated && !isEmulated)
        {
            return [BuildDiagnostics.LockStale.At(project, "the project", $"it is built for the cloud, and the facts of {lockName} are an emulator's")];
        }

        return [.. services.SelectMany(service => held.Services.TryGetValue(service.Name, out LockedService? entry)
            ? Gaps(entry, service, lockName)
            : [Gap(service, service.Location, $"{lockName} has no entry for it")])];
    }

    /// <summary>What is asked for and not in the lists, in words; sorted.</summary>
    internal static ImmutableArray<string> Absent(ResolvedService service)
    {
        SortedSet<string> absent = new(StringComparer.Ordinal);
        foreach (ResolvedService one in (ResolvedService[])[service, .. PatchedDocument.Resolve(service)])
        {
            NetworkSpec network = one.Spec.Network;
            // An address that no list knows is an image of one's own: known to be none of the official ones.
            Add("image", one.Spec.Environment.Image?.Value.Text, one.Image.Value is null);
            Add("workspace", one.Spec.BasicInfo.Workspace?.Value, one.Workspace.State == ResolutionState.NotFound);
            Add("resource group", one.Spec.Resources.ResourceGroup?.Value, one.ResourceGroup.State == ResolutionState.NotFound);
            Add("gateway", network.Gateway?.Value, one.Network.Gateway.State == ResolutionState.NotFound);
            Add("VPC", network.VpcId?.Value, one.Network.Vpc.State == ResolutionState.NotFound);
            Add("security group", network.SecurityGroupId?.Value, one.Network.SecurityGroup.State == ResolutionState.NotFound);
            Add("types for the need", one.Spec.Resources.Need is null || !one.InstanceTypes.IsEmpty ? null : "asked for", one.Spec.Resources.ResourceGroup is null);
            foreach (WantedInstanceType type in one.InstanceTypes)
            {
                Add("instance type", type.Name.Value, type.Type.State == ResolutionState.NotFound);
            }

            foreach (WantedVSwitch vSwitch in one.Network.VSwitches)
            {
                Add("vSwitch", vSwitch.Id.Value, vSwitch.VSwitch.State == ResolutionState.NotFound);
            }

            foreach (WantedListener listener in one.Network.Listeners)
            {
                Add("load balancer", listener.Listener.Id.Value, listener.LoadBalancer.State == ResolutionState.NotFound);
            }

            foreach (StorageSource.PaiDataset dataset in one.Spec.Environment.Mounts.Select(mount => mount.Parsed).OfType<StorageSource.PaiDataset>())
            {
                Add("dataset", dataset.Id, one.Catalog.Datasets is { } known && known.All(row => row.Id != dataset.Id));
            }
        }

        return [.. absent];

        void Add(string kind, string? name, bool isAbsent)
        {
            if (isAbsent && name is not null)
            {
                absent.Add($"{kind} '{name}'");
            }
        }
    }

    private static IEnumerable<Diagnostic> Gaps(LockedService entry, ServiceSpec service, string lockName)
    {
        ImmutableDictionary<string, string> asked = LockQuestion.Of(service);
        Diagnostic[] differences =
        [
            .. asked.Keys.Union(entry.Asked.Keys).Order(StringComparer.Ordinal)
                .Where(name => asked.GetValueOrDefault(name) != entry.Asked.GetValueOrDefault(name))
                .Select(name => Gap(service, LockQuestion.PlaceOf(service, name), Difference(name, asked.GetValueOrDefault(name), entry.Asked.GetValueOrDefault(name), lockName))),
        ];
        if (differences.Length > 0)
        {
            return differences;
        }

        return Absent(ServiceResolver.Resolve(service, entry.Facts, CheckPurpose.Build))
            .Except(entry.Absent, StringComparer.Ordinal)
            .Select(fact => Gap(service, service.Location, $"{lockName} has no facts of {fact.Shown()}"));
    }

    private static string Difference(string name, string? asked, string? held, string lockName) => (asked, held) switch
    {
        ({ } now, { } then) => $"it asks for {name} '{now.Shown()}', and {lockName} holds '{then.Shown()}'",
        ({ } now, null) => $"it asks for {name} '{now.Shown()}', and {lockName} was made without one",
        (_, { } then) => $"it asks for no {name}, and {lockName} was made for '{then.Shown()}'",
        _ => "",
    };

    private static Diagnostic Gap(ServiceSpec service, SourceLocation place, string what) =>
        BuildDiagnostics.LockStale.At(place, $"service '{service.Name.Shown()}'", what);
}
