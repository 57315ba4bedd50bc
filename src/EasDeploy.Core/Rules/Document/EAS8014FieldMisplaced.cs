using System.Collections.Frozen;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.Document;

/// <summary>Some names are known to be wrong where they stand: the service would come up without what they say.</summary>
/// <remarks>Source: service-config.md R1031 (top level), R1034 (computing), R1041 (processor deployments), R6001 (autoscaler), section 2.</remarks>
public sealed class EAS8014FieldMisplaced : IItemRule
{
    private const string NoProcessor = "a container image under 'containers': processor deployments are not handled here";

    private static readonly FrozenDictionary<string, string> s_places = new Dictionary<string, string>(StringComparer.Ordinal)
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
        ["autoscaler.min_replica"] = "'autoscaler.min'",
        ["autoscaler.max_replica"] = "'autoscaler.max'",
        ["autoscaler.scale_strategies"] = "'autoscaler.scaleStrategies'",
        ["autoscaler.scaleStrategies[].metric_name"] = "'autoscaler.scaleStrategies[].metricName'",
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

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS8014", Severity.Error, "A field stands where it means nothing",
        "'{0}' is never valid here. Write {1}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        foreach (ConfigMember member in item.Config is { } text ? ConfigWalk.Members(text) : [])
        {
            string path = ConfigFields.Child(member.Section, member.Name);
            if (member.Field is null && RightPlace(path) is { } place)
            {
                yield return Descriptor.At(item.Config!.NameAt(member.Pointer), path, place);
            }
        }
    }

    /// <returns>What to write instead; null for a name that is not known to be wrong.</returns>
    internal static string? RightPlace(string path) => s_places.GetValueOrDefault(path);
}
