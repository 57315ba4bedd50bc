using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Catalogs;

/// <summary>Asks for the gateways, VPCs and load balancers that services name, and for nothing when none does.</summary>
internal static class NetworkQuery
{
    /// <summary>ListGateway and DescribeGateway when a gateway is named; the VPC products when a VPC is; ListLoadBalancers when a listener names one.</summary>
    /// <returns>Null = no service names any of them.</returns>
    /// <remarks>Source: design section 4; deployment workflow, step 4.2.</remarks>
    public static async Task<CatalogNetwork?> RunAsync(ICatalogSource source, IReadOnlyList<ServiceSpec> services, CancellationToken ct)
    {
        HashSet<string> gateways = [.. services.Select(service => service.Network.Gateway?.Value).OfType<string>()];
        string[] vpcs = [.. services.Select(service => service.Network.VpcId?.Value).OfType<string>().Distinct(StringComparer.Ordinal)];
        bool namesLoadBalancer = services.Any(service => service.Network.Listeners.Any(listener => !listener.IsOwnedByService));
        if (gateways.Count == 0 && vpcs.Length == 0 && !namesLoadBalancer)
        {
            return null;
        }

        Task<ImmutableArray<CatalogGateway>?> gatewayRows = gateways.Count == 0 ? None<CatalogGateway>() : GatewaysAsync(source, gateways, ct);
        Task<ImmutableArray<CatalogVpc>?> vpcRows = OfVpcsAsync(vpcs, source.DescribeVpcsAsync, ct);
        Task<ImmutableArray<CatalogVSwitch>?> vSwitches = OfVpcsAsync(vpcs, source.DescribeVSwitchesAsync, ct);
        Task<ImmutableArray<CatalogSecurityGroup>?> securityGroups = OfVpcsAsync(vpcs, source.DescribeSecurityGroupsAsync, ct);
        Task<ImmutableArray<CatalogLoadBalancer>?> loadBalancers =
            namesLoadBalancer ? IfPermittedAsync(source.ListLoadBalancersAsync(ct)) : None<CatalogLoadBalancer>();
        await Task.WhenAll(gatewayRows, vpcRows, vSwitches, securityGroups, loadBalancers).ConfigureAwait(false);
        return new CatalogNetwork(
            Sorted(await gatewayRows.ConfigureAwait(false), row => row.Id),
            await vpcRows.ConfigureAwait(false),
            Sorted(await vSwitches.ConfigureAwait(false), row => row.Id),
            Sorted(await securityGroups.ConfigureAwait(false), row => row.Id),
            Sorted(await loadBalancers.ConfigureAwait(false), row => row.Id));
    }

    private static ImmutableArray<T>? Sorted<T>(ImmutableArray<T>? rows, Func<T, string> id) =>
        rows is { } known ? [.. known.OrderBy(id, StringComparer.Ordinal)] : null;

    private static async Task<ImmutableArray<CatalogGateway>?> GatewaysAsync(ICatalogSource source, HashSet<string> named, CancellationToken ct)
    {
        ImmutableArray<CatalogGateway> rows = await source.ListGatewayAsync(ct).ConfigureAwait(false);
        return [.. await Task.WhenAll(rows.Select(row =>
            named.Contains(row.Id) || named.Contains(row.Name) ? source.DescribeGatewayAsync(row, ct) : Task.FromResult(row))).ConfigureAwait(false)];
    }

    private static async Task<ImmutableArray<T>?> OfVpcsAsync<T>(
        string[] vpcs, Func<string, CancellationToken, Task<ImmutableArray<T>>> ask, CancellationToken ct)
    {
        if (vpcs.Length == 0)
        {
            return null;
        }

        ImmutableArray<T>?[] lists = await Task.WhenAll(vpcs.Select(vpc => IfPermittedAsync(ask(vpc, ct)))).ConfigureAwait(false);
        return lists.Contains(null) ? null : [.. lists.SelectMany(list => list!.Value)];
    }

    // Who may deploy to EAS need not be allowed to read the VPC products: those facts are then not checked.
    private static async Task<ImmutableArray<T>?> IfPermittedAsync<T>(Task<ImmutableArray<T>> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (CloudException exception) when (exception.Descriptor == CloudDiagnostics.NoPermission)
        {
            return null;
        }
    }

    private static Task<ImmutableArray<T>?> None<T>() => Task.FromResult<ImmutableArray<T>?>(null);
}
