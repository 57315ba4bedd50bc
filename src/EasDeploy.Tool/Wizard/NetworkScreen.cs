using System.Collections.Immutable;
using EasDeploy.Aliyun.Vpc;
using EasDeploy.Catalogs;
using EasDeploy.Specs;
using EasDeploy.Tool.Output;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Tool.Wizard;

/// <summary>Phase 4: gateway or load balancer, with the VPC it needs.</summary>
/// <remarks>Source: deployment workflow, steps 4.1 and 4.2; NLB: checklist X42 to X47, design ruling K19.</remarks>
internal sealed class NetworkScreen(Conversation talk, WizardCloud cloud)
{
    private static readonly ImmutableArray<string> s_all = [Metadata.Gateway, Metadata.VpcId, Metadata.VSwitchIds, Metadata.SecurityGroupId];

    private static readonly ImmutableArray<GatewayType> s_types =
    [
        new("shared", "Shared Gateway", "❌ Not needed", "Free, suitable for testing"),
        new("alb", "ALB Dedicated Gateway", "✅ Required", "Recommended for production"),
        new("nlb", "NLB", "✅ Required", "High-performance load balancing"),
    ];

    public async Task<ServiceDraft> NetworkAsync(ServiceDraft draft, CancellationToken ct)
    {
        ServiceDraft bare = draft.Without(s_all) with { NlbListeners = [] };
        while (true)
        {
            talk.Say("Gateway type:");
            GatewayType type = await talk.ChooseAsync(
                new RowList<GatewayType>(
                    Questions.Network,
                    [new("Type", row => row.Title), new("VPC Config", row => row.VpcConfig), new("Description", row => row.Description)],
                    s_types,
                    row => [row.Key, row.Title]),
                ct);
            ServiceDraft? chosen = type.Key switch
            {
                "alb" => await DedicatedGatewayAsync(bare, ct),
                "nlb" => await LoadBalancerAsync(bare, ct),
                _ => await SharedGatewayAsync(bare, ct),
            };
            if (chosen is not null)
            {
                return chosen;
            }
        }
    }

    /// <summary>A file server is reached through a VPC even where the gateway needs none.</summary>
    private async Task<ServiceDraft> SharedGatewayAsync(ServiceDraft bare, CancellationToken ct)
    {
        if (!bare.Storage.Any(mount => StorageSource.Parse(mount.Include) is StorageSource.NasPath))
        {
            return bare;
        }

        talk.Say("The mounted file system is reached through its VPC.");
        VirtualNetwork vpc = await VpcAsync(ct);
        return await SecurityGroupAsync(await VSwitchAsync(bare.With(Metadata.VpcId, vpc.Id), [], ct), ct);
    }

    /// <returns>Null = skipped, or there is no gateway to use.</returns>
    private async Task<ServiceDraft?> DedicatedGatewayAsync(ServiceDraft bare, CancellationToken ct)
    {
        ImmutableArray<CatalogGateway> gateways = [.. (await (await cloud.OpenAsync(ct)).ListGatewayAsync(ct)).Where(gateway => gateway.Status == "Running")];
        if (gateways.IsEmpty)
        {
            talk.Refuse(Questions.Network, "alb", $"'shared' or 'nlb': no dedicated gateway runs in {bare.Region}");
            return null;
        }

        talk.Say("Dedicated gateway:\n1. Select from existing\n2. Skip\n\nSelect (enter 1 or 2):");
        if (await talk.ChooseAsync(Questions.UseGateway, ["select", "skip"], ct) == 1)
        {
            return null;
        }

        while (true)
        {
            CatalogGateway row = await talk.ChooseAsync(
                new RowList<CatalogGateway>(Questions.Gateway, Listings.Gateways.Columns, gateways, gateway => [gateway.Id, gateway.Name]), ct);
            CatalogGateway gateway = await (await cloud.OpenAsync(ct)).DescribeGatewayAsync(row, ct);
            if (gateway.VpcId is not { } vpc)
            {
                talk.Refuse(Questions.Gateway, row.Name, "a gateway with a VPC: this one is linked to none");
                continue;
            }

            talk.Say($"Obtained gateway VPC: {vpc}");
            return await SecurityGroupAsync(
                await VSwitchAsync(bare.With(Metadata.Gateway, gateway.Id).With(Metadata.VpcId, vpc), gateway.VSwitchIds, ct), ct);
        }
    }

    private async Task<ServiceDraft?> LoadBalancerAsync(ServiceDraft bare, CancellationToken ct)
    {
        talk.Say("Load balancer:\n1. System NLB (created with the service, deleted with it)\n2. Select from existing\n\nSelect (enter 1 or 2):");
        bool isOwned = await talk.ChooseAsync(Questions.LoadBalancerKind, ["system", "existing"], ct) == 0;
        (string id, string vpc) = (Specs.NlbListener.DefaultId, "");
        if (isOwned)
        {
            vpc = (await VpcAsync(ct)).Id;
        }
        else
        {
            ImmutableArray<CatalogLoadBalancer> balancers = [.. (await cloud.LoadBalancersAsync(ct)).Where(balancer => balancer.VpcId is not null)];
            if (balancers.IsEmpty)
            {
                talk.Refuse(Questions.Network, "existing", $"'system': no load balancer is active in {bare.Region}");
                return null;
            }

            CatalogLoadBalancer balancer = await talk.ChooseAsync(
                new RowList<CatalogLoadBalancer>(
                    Questions.LoadBalancer, [new("NLB Name", row => row.Name), new("NLB ID", row => row.Id)], balancers, row => [row.Id, row.Name]), ct);
            (id, vpc) = (balancer.Id, balancer.VpcId!);
        }

        talk.Say($"VPC: {vpc}");
        ServiceDraft next = await TwoVSwitchesAsync(bare.With(Metadata.VpcId, vpc), ct);
        next = await SecurityGroupAsync(next, ct);
        string port = await talk.ValueAsync(
            Questions.ListenerPort, "NLB port", text => AnswerCheck.FirstNew(next, WithListener(next, id, text, null)), ct);
        if (!isOwned)
        {
            return WithListener(next, id, port, null);
        }

        talk.Say("Net type:\n1. intranet\n2. internet\n\nSelect (enter 1 or 2):");
        string netType = await talk.ChooseAsync(Questions.NetType, ["intranet", "internet"], ct) == 0 ? "intranet" : "internet";
        return WithListener(next, id, port, netType);
    }

    private static ServiceDraft WithListener(ServiceDraft draft, string id, string port, string? netType)
    {
        List<(string, string)> metadata = [(Metadata.Service, draft.Name), (Metadata.Port, port)];
        if (netType is not null)
        {
            metadata.Add((Metadata.NetType, netType));
        }

        return draft with { NlbListeners = [DraftItem.Create(id, metadata)] };
    }

    private async Task<VirtualNetwork> VpcAsync(CancellationToken ct)
    {
        ImmutableArray<VirtualNetwork> vpcs = await cloud.VpcsAsync(ct);
        return await talk.ChooseAsync(
            new RowList<VirtualNetwork>(Questions.Vpc, [new("VPC ID", row => row.Id), new("Name", row => row.Name)], vpcs, row => [row.Id, row.Name]), ct);
    }

    /// <param name="ofGateway">vSwitches the gateway stands in; empty = every one of the VPC will do.</param>
    private async Task<ServiceDraft> VSwitchAsync(ServiceDraft draft, ImmutableArray<string> ofGateway, CancellationToken ct)
    {
        ImmutableArray<CatalogVSwitch> rows = await cloud.VSwitchesAsync(draft[Metadata.VpcId]!, ct);
        ImmutableArray<CatalogVSwitch> preferred = [.. rows.Where(row => ofGateway.Contains(row.Id))];
        CatalogVSwitch chosen = await talk.ChooseAsync(VSwitches(preferred.IsEmpty ? rows : preferred), ct);
        return draft.With(Metadata.VSwitchIds, chosen.Id);
    }

    /// <remarks>Source: checklist X42: at least two, in different zones.</remarks>
    private async Task<ServiceDraft> TwoVSwitchesAsync(ServiceDraft draft, CancellationToken ct)
    {
        ImmutableArray<CatalogVSwitch> rows = await cloud.VSwitchesAsync(draft[Metadata.VpcId]!, ct);
        while (true)
        {
            ImmutableArray<CatalogVSwitch> chosen = await talk.ChooseSeveralAsync(
                VSwitches(rows) with { TakesSeveral = true, Footer = "Enter at least 2 numbers of different zones (e.g. 1,2):" }, ct);
            if (chosen.DistinctBy(row => row.ZoneId).Count() >= 2)
            {
                return draft.With(Metadata.VSwitchIds, string.Join(',', chosen.Select(row => row.Id).Distinct(StringComparer.Ordinal)));
            }

            talk.Refuse(Questions.VSwitch, string.Join(',', chosen.Select(row => row.Id)), "at least two vSwitches in different zones, for example 1,2");
        }
    }

    private static RowList<CatalogVSwitch> VSwitches(ImmutableArray<CatalogVSwitch> rows) => new(
        Questions.VSwitch, [new("VSwitch ID", row => row.Id), new("Availability Zone", row => row.ZoneId)], rows, row => [row.Id]);

    private async Task<ServiceDraft> SecurityGroupAsync(ServiceDraft draft, CancellationToken ct)
    {
        ImmutableArray<CatalogSecurityGroup> groups = await cloud.SecurityGroupsAsync(draft[Metadata.VpcId]!, ct);
        talk.Say("Security group:");
        CatalogSecurityGroup group = await talk.ChooseAsync(
            new RowList<CatalogSecurityGroup>(
                Questions.SecurityGroup, [new("Security Group ID", row => row.Id), new("Name", row => row.Name)], groups, row => [row.Id, row.Name]), ct);
        return draft.With(Metadata.SecurityGroupId, group.Id);
    }

    private sealed record GatewayType(string Key, string Title, string VpcConfig, string Description);
}
