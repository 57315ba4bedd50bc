using System.Collections.Immutable;

namespace EasDeploy.Items.Json;

/// <summary>A place the service accepts and moves away from.</summary>
/// <param name="From">JSON pointer as people write it; <c>*</c> is every entry of a list.</param>
/// <param name="To">Where the value belongs.</param>
public sealed record ConfigAlias(string From, string To)
{
    /// <summary>The value is a map and the right place a list: names of what a key and its value are in an entry. Null = the value is moved as it is.</summary>
    public (string Key, string Value)? Entry { get; init; }

    /// <returns>Where the value of a written place belongs: the same entries of the same lists.</returns>
    public string TargetOf(string pointer)
    {
        string[] target = To.Split('/');
        string[] written = pointer.Split('/');
        return string.Join('/', target.Select((step, i) => step == "*" ? written[i] : step));
    }
}

/// <summary>Second spellings of one setting.</summary>
/// <remarks>Source: service-config.md section 1 (preferred keys and aliases), section 8 (older form), C07, C12, C15, C24, C33. Only what we write ourselves, or what would be lost, is moved.</remarks>
public static class ConfigAliases
{
    /// <summary>EAS5034 tells of it.</summary>
    public static ConfigAlias Readiness { get; } = new("/containers/*/readiness_check", "/containers/*/health_check");

    public static ImmutableArray<ConfigAlias> All { get; } =
    [
        new("/name", "/metadata/name"),
        new("/metadata/gateway", "/networking/gateway"),
        new("/metadata/autoscaler", "/autoscaler"),
        new("/metadata/cronscaler", "/cronscaler"),
        new("/autoscaler/strategies", "/autoscaler/scaleStrategies") { Entry = ("metricName", "threshold") },
        Readiness,
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
