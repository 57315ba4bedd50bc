using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

/// <summary>The network a service names, matched with the account's.</summary>
/// <param name="VSwitches">One entry per vSwitch named, in order.</param>
/// <param name="Listeners">One entry per listener, in order; a load balancer of the service's own is NotChecked.</param>
public sealed record ResolvedNetwork(
    Resolved<CatalogGateway> Gateway,
    Resolved<CatalogVpc> Vpc,
    ImmutableArray<WantedVSwitch> VSwitches,
    Resolved<CatalogSecurityGroup> SecurityGroup,
    ImmutableArray<WantedListener> Listeners)
{
    internal static ResolvedNetwork None { get; } = new(
        Resolved<CatalogGateway>.NotChecked, Resolved<CatalogVpc>.NotChecked, [], Resolved<CatalogSecurityGroup>.NotChecked, []);

    internal static ResolvedNetwork Of(NetworkSpec wanted, CatalogNetwork network) => new(
        Find(wanted.Gateway, network.Gateways, (gateway, text) => gateway.Id == text, (gateway, text) => gateway.Name == text),
        Find(NetworkSpec.IdOf(wanted.VpcId, "vpc-"), network.Vpcs, (vpc, id) => vpc.Id == id),
        [.. wanted.VSwitchIds.Select(id => new WantedVSwitch(id, Find(InVpc(wanted, id, "vsw-"), network.VSwitches, (row, text) => row.Id == text && row.VpcId == wanted.VpcId?.Value)))],
        Find(InVpc(wanted, wanted.SecurityGroupId, "sg-"), network.SecurityGroups, (group, id) => group.Id == id && group.VpcId == wanted.VpcId?.Value),
        [.. wanted.Listeners.Select(listener => new WantedListener(
            listener,
            listener.IsOwnedByService ? Resolved<CatalogLoadBalancer>.NotChecked : Find(listener.Id, network.LoadBalancers, (row, id) => row.Id == id)))]);

    /// <summary>What is in a VPC can only be told when that is named by an id.</summary>
    private static Given<string>? InVpc(NetworkSpec wanted, Given<string>? id, string prefix) =>
        wanted.VpcId is { } vpc && NetworkSpec.IdOf(vpc, "vpc-") is null ? null : NetworkSpec.IdOf(id, prefix);

    /// <param name="matches">Tried in order, each over the whole list: an id wins over a name.</param>
    private static Resolved<T> Find<T>(Given<string>? wanted, ImmutableArray<T>? rows, params Func<T, string, bool>[] matches)
        where T : class
    {
        if (wanted is null || rows is not { } known)
        {
            return Resolved<T>.NotChecked;
        }

        T? found = matches.Select(match => known.FirstOrDefault(row => match(row, wanted.Value))).FirstOrDefault(row => row is not null);
        return found is null ? Resolved<T>.NotFound : Resolved<T>.Found(found);
    }
}

/// <summary>A vSwitch by id, and its row; NotFound also when it is in another VPC.</summary>
public sealed record WantedVSwitch(Given<string> Id, Resolved<CatalogVSwitch> VSwitch);

/// <summary>A listener, and the load balancer it names.</summary>
public sealed record WantedListener(NlbListener Listener, Resolved<CatalogLoadBalancer> LoadBalancer);
