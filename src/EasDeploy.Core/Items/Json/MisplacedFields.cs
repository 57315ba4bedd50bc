using System.Collections.Frozen;

namespace EasDeploy.Items.Json;

/// <summary>Names that are known to be wrong where people write them, and what to write instead.</summary>
/// <remarks>Source: service-config.md R1031 (top level), R1034 (computing), R1041 (processor deployments), R6001 (autoscaler), section 2.</remarks>
internal static class MisplacedFields
{
    private const string NoProcessor = "a container image under 'containers': processor deployments are not handled here";

    private static readonly FrozenDictionary<string, string> s_places = new Dictionary<string, string>(
        ((string[])["autoscaler", "metadata.autoscaler"]).SelectMany(Autoscaler), StringComparer.Ordinal)
    {
        ["service_name"] = "'metadata.name'",
        ["spec"] = "its parts under 'metadata', 'containers' and 'cloud'",
        ["Image"] = "'containers[0].image'",
        ["image"] = "'containers[0].image'",
        ["Cpu"] = "'metadata.cpu'",
        ["Gpu"] = "'metadata.gpu'",
        ["resourceGroupId"] = "'metadata.resource'",
        ["resource"] = "'metadata.resource'",
        ["instance"] = "'metadata.instance'",
        ["port"] = "'containers[0].port'",
        ["command"] = "'containers[0].script'",
        ["access"] = "'networking.gateway', or leave it out",
        ["cloud.computing.instanceType"] = "'cloud.computing.instance_type'",
        ["cloud.computing.instanceTypes"] = "'cloud.computing.instances'",
        ["cloud.computing.instance_types"] = "'cloud.computing.instances'",
        ["cloud.computing.instances[].instance_type"] = "'cloud.computing.instances[].type'",
        ["cloud.computing.instances[].instanceType"] = "'cloud.computing.instances[].type'",
        ["processor"] = NoProcessor,
        ["processor_path"] = NoProcessor,
        ["processor_entry"] = NoProcessor,
        ["processor_mainclass"] = NoProcessor,
        ["processor_type"] = NoProcessor,
        ["processor_envs"] = NoProcessor,
        ["processor_image"] = NoProcessor,
        ["model_path"] = NoProcessor,
        ["model_entry"] = NoProcessor,
        ["model_config"] = NoProcessor,
        ["models"] = NoProcessor,
        ["multi_models"] = NoProcessor,
        ["oss_endpoint"] = NoProcessor,
        ["warm_up_data_path"] = NoProcessor,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ILookup<string, KeyValuePair<string, string>> s_bySection = s_places.OrderBy(place => place.Key, StringComparer.Ordinal)
        .ToLookup(place => Section(place.Key), place => KeyValuePair.Create(place.Key[(place.Key.LastIndexOf('.') + 1)..], place.Value), StringComparer.Ordinal);

    /// <returns>What to write instead; null for a name that is not known to be wrong.</returns>
    public static string? RightPlace(string path) => s_places.GetValueOrDefault(path);

    /// <returns>The wrong names of a section, each with what to write instead.</returns>
    public static IEnumerable<KeyValuePair<string, string>> In(string section) => s_bySection[section];

    private static IEnumerable<KeyValuePair<string, string>> Autoscaler(string section) =>
    [
        new(section + ".min_replica", $"'{section}.min'"),
        new(section + ".max_replica", $"'{section}.max'"),
        new(section + ".scale_strategies", $"'{section}.scaleStrategies'"),
        new(section + ".metric_name", $"'{section}.scaleStrategies[].metricName'"),
        new(section + ".scaleStrategies[].metric_name", $"'{section}.scaleStrategies[].metricName'"),
    ];

    private static string Section(string path) => path.LastIndexOf('.') is >= 0 and var end ? path[..end] : "";
}
