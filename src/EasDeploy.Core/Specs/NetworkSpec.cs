using System.Collections.Immutable;
using EasDeploy.Items;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Specs;

/// <summary>Phase 4: how the service is reached.</summary>
/// <param name="Gateway">Id or name of a dedicated gateway; null = the shared one.</param>
/// <param name="VSwitchIds">In the author's order.</param>
public sealed record NetworkSpec(
    Given<string>? Gateway,
    Given<string>? VpcId,
    ImmutableArray<Given<string>> VSwitchIds,
    Given<string>? SecurityGroupId,
    ImmutableArray<NlbListener> Listeners)
{
    /// <summary>Word for the gateway that needs no VPC; it is never written.</summary>
    /// <remarks>Source: deployment workflow, step 4.1; service-config.md R5001.</remarks>
    public const string SharedGateway = "shared";

    /// <summary>VPC, vSwitch and security group are all named.</summary>
    public bool HasWholeNetwork => VpcId is not null && !VSwitchIds.IsEmpty && SecurityGroupId is not null;

    public bool HasAnyNetwork => VpcId is not null || !VSwitchIds.IsEmpty || SecurityGroupId is not null;

    public static NetworkSpec From(ServiceItem item)
    {
        Given<string>? gateway = item.ReadText(Metadata.Gateway);
        return new NetworkSpec(
            gateway is { } named && !string.Equals(named.Value, SharedGateway, StringComparison.OrdinalIgnoreCase) ? named : null,
            item.ReadText(Metadata.VpcId),
            item.Find(Metadata.VSwitchIds) is { } ids ? [.. SplitIds(ids.Text).Select(id => new Given<string>(id, ids.Location))] : [],
            item.ReadText(Metadata.SecurityGroupId),
            [.. item.NlbListeners.Select(listener => new NlbListener(
                new Given<string>(listener.Include.Trim(), listener.Location),
                listener.ReadNumber(Metadata.Port),
                listener.ReadText(Metadata.NetType)))]);
    }

    /// <summary>A prefix, and letters, digits and dashes behind it.</summary>
    public static bool IsId(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal)
        && text.Length > prefix.Length && text.Skip(prefix.Length).All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    /// <returns>Null when it is left out or has another form (EAS4001): there is nothing to look for then.</returns>
    internal static Given<string>? IdOf(Given<string>? written, string prefix) => written is not null && IsId(written.Value, prefix) ? written : null;

    /// <summary>Splits at <c>;</c> and <c>,</c>, trims, drops empty parts.</summary>
    public static IEnumerable<string> SplitIds(string text) =>
        text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A port of a network load balancer that leads to the service.</summary>
/// <param name="Id"><c>default</c> = a load balancer that lives and dies with the service; else the id of one that exists.</param>
/// <param name="NetType"><c>intranet</c> or <c>internet</c>; only with <c>default</c>.</param>
/// <remarks>Source: service-config.md section 7.</remarks>
public sealed record NlbListener(Given<string> Id, Given<int>? Port, Given<string>? NetType)
{
    public const string DefaultId = "default";

    /// <summary>Never a more public exposure than was asked for.</summary>
    /// <remarks>Source: design ruling K21.</remarks>
    public const string DefaultNetType = "intranet";

    public bool IsOwnedByService => Id.Value == DefaultId;
}
