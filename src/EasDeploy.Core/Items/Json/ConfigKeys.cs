using System.Collections.Frozen;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Items.Json;

/// <summary>Metadata that a document says with one key, and where.</summary>
/// <remarks>Source: service-config.md sections 2 to 8.</remarks>
internal static class ConfigKeys
{
    private static readonly FrozenDictionary<string, (string Pointer, JsonTypes Type)> s_keys = new Dictionary<string, (string, JsonTypes)>(StringComparer.Ordinal)
    {
        [Metadata.Workspace] = ("/metadata/workspace_id", JsonTypes.Text),
        [Metadata.Replicas] = ("/metadata/instance", JsonTypes.WholeNumber),
        [Metadata.ResourceGroup] = ("/metadata/resource", JsonTypes.Text),
        [Metadata.Cpu] = ("/metadata/cpu", JsonTypes.WholeNumber),
        [Metadata.Memory] = ("/metadata/memory", JsonTypes.WholeNumber),
        [Metadata.Gpu] = ("/metadata/gpu", JsonTypes.WholeNumber),
        [Metadata.Image] = ("/containers/0/image", JsonTypes.Text),
        [Metadata.Port] = ("/containers/0/port", JsonTypes.WholeNumber),
        [Metadata.Script] = ("/containers/0/script", JsonTypes.Text),
        [Metadata.Command] = ("/containers/0/command", JsonTypes.Text),
        [Metadata.InstanceType] = ("/cloud/computing/instance_type", JsonTypes.Text),
        [Metadata.VpcId] = ("/cloud/networking/vpc_id", JsonTypes.Text),
        [Metadata.VSwitchIds] = ("/cloud/networking/vswitch_id", JsonTypes.Text),
        [Metadata.SecurityGroupId] = ("/cloud/networking/security_group_id", JsonTypes.Text),
        [Metadata.Gateway] = ("/networking/gateway", JsonTypes.Text),
        [Metadata.Grpc] = ("/metadata/enable_grpc", JsonTypes.Flag),
        [Metadata.TerminationGracePeriod] = ("/runtime/termination_grace_period", JsonTypes.WholeNumber),
        [Metadata.MaxSurge] = ("/metadata/rolling_strategy/max_surge", JsonTypes.WholeNumber | JsonTypes.Text),
        [Metadata.MaxUnavailable] = ("/metadata/rolling_strategy/max_unavailable", JsonTypes.WholeNumber),
        [Metadata.Model] = ("/storage/0/oss/path", JsonTypes.Text),
        [Metadata.ModelMountPath] = ("/storage/0/mount_path", JsonTypes.Text),
        [Metadata.Threshold] = ("/autoscaler/scaleStrategies/0/threshold", JsonTypes.Number),
        [Metadata.AutoscaleThreshold] = ("/autoscaler/scaleStrategies/0/threshold", JsonTypes.Number),
        [Metadata.AutoscaleMin] = ("/autoscaler/min", JsonTypes.WholeNumber),
        [Metadata.AutoscaleMax] = ("/autoscaler/max", JsonTypes.WholeNumber),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static (string Pointer, JsonTypes Type) Of(string metadata) => s_keys[metadata];

    /// <returns>Null when a document says it in another form than one key and its value.</returns>
    public static (string Pointer, JsonTypes Type)? Find(string metadata) => s_keys.TryGetValue(metadata, out (string, JsonTypes) key) ? key : null;
}
