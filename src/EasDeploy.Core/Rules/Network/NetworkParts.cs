using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.Network;

/// <summary>What the rules on incomplete networks share: which parts are missing, and what to paste.</summary>
internal static class NetworkParts
{
    private static readonly string[] s_members = ["vpc_id", "vswitch_id", "security_group_id"];

    /// <summary>For people: <c>VpcId, VSwitchIds and SecurityGroupId</c>.</summary>
    public static string Missing(NetworkSpec network)
    {
        string[] names = [.. Parts(network).Where(part => !part.IsGiven).Select(part => part.Name)];
        return names.Length == 1 ? names[0] : string.Join(", ", names[..^1]) + " and " + names[^1];
    }

    /// <summary>A document writes a part with another JSON type (EAS8012), so that it is not missing.</summary>
    public static bool IsMistyped(ResolvedService service) => service.Spec.Item.Config is { } text
        && s_members.Any(member => ConfigWalk.Find(text, "/cloud/networking/" + member).Any(found => ConfigWalk.Text(found.Node) is null));

    /// <summary>The missing metadata, with the facts of the gateway where they are known.</summary>
    public static string Repair(ResolvedService service)
    {
        CatalogGateway? gateway = service.Network.Gateway.Value;
        string? vpc = service.Spec.Network.VpcId?.Value ?? gateway?.VpcId;
        ImmutableArray<CatalogSecurityGroup> groups = service.Catalog.Network.SecurityGroups ?? [];
        string[] values =
        [
            gateway?.VpcId ?? "vpc-…",
            gateway is { VSwitchIds.IsEmpty: false } && gateway.VpcId == vpc ? string.Join(',', gateway.VSwitchIds) : "vsw-…,vsw-…",
            (gateway?.VpcId == vpc ? gateway?.SecurityGroupId : null) ?? groups.FirstOrDefault(group => group.VpcId == vpc && !group.IsServiceManaged)?.Id ?? "sg-…",
        ];
        return string.Join(' ', Parts(service.Spec.Network).Zip(values).Where(pair => !pair.First.IsGiven).Select(pair => $"{pair.First.Name}=\"{pair.Second}\""));
    }

    private static (string Name, bool IsGiven)[] Parts(NetworkSpec network) =>
    [
        (Metadata.VpcId, network.VpcId is not null),
        (Metadata.VSwitchIds, !network.VSwitchIds.IsEmpty),
        (Metadata.SecurityGroupId, network.SecurityGroupId is not null),
    ];
}
