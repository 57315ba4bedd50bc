using System.Collections.Immutable;

namespace EasDeploy.Items.Json;

/// <summary>A place the service accepts and moves away from.</summary>
/// <param name="From">JSON pointer as people write it; <c>*</c> is every entry of a list.</param>
/// <param name="To">Where the value belongs.</param>
public sealed record ConfigAlias(string From, string To);

/// <summary>Second spellings of one setting.</summary>
/// <remarks>Source: service-config.md section 1 (preferred keys and aliases), C07, C15, C24. Only what we write ourselves, or what would be lost, is moved.</remarks>
public static class ConfigAliases
{
    public static ImmutableArray<ConfigAlias> All { get; } =
    [
        new("/name", "/metadata/name"),
        new("/metadata/gateway", "/networking/gateway"),
        new("/metadata/autoscaler", "/autoscaler"),
        new("/metadata/cronscaler", "/cronscaler"),
        new("/metadata/eas.termination_grace_period", "/runtime/termination_grace_period"),
        new("/metadata/eas/termination_grace_period", "/runtime/termination_grace_period"),
        new("/eas/termination_grace_period", "/runtime/termination_grace_period"),
        new("/rpc", "/metadata/rpc"),
        new("/networking/enable_grpc", "/metadata/enable_grpc"),
        new("/networking/nlb/*/netType", "/networking/nlb/*/net_type"),
        new("/storage/*/oss/read_only", "/storage/*/oss/readOnly"),
        new("/storage/*/nfs/read_only", "/storage/*/nfs/readOnly"),
        new("/storage/*/dataset/readOnly", "/storage/*/dataset/read_only"),
    ];
}
