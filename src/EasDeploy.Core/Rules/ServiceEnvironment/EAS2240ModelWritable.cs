using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>A model is read; whoever may write can spoil it for every instance.</summary>
/// <remarks>Source: R4018.</remarks>
public sealed class EAS2240ModelWritable : IRule
{
    /// <summary>Families that only read what they serve.</summary>
    private static readonly string[] s_servers = ["vllm", "sglang", "blade-llm", "llama.cpp", "tritonserver", "tensorflow-serving"];

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2240", Severity.Warning, "The model folder is mounted with write access",
        "service '{0}': '{1}' is mounted at '{2}' with write access, and the start command reads its model there. Set ReadOnly=\"true\".");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        foreach (Specs.StorageMount mount in service.Spec.Environment.Mounts)
        {
            string path = mount.MountPath.Value.TrimEnd('/');
            string command = service.StartCommand.Text;
            if (!mount.ReadOnly && path.Length > 1 && s_servers.Contains(service.Spec.Environment.Image?.Value.Family ?? "", StringComparer.OrdinalIgnoreCase) && mount.Source.Value.StartsWith("oss://", StringComparison.Ordinal)
                && command.Contains(path, StringComparison.Ordinal))
            {
                yield return Descriptor.At(mount.PlaceOfAccess, service.Name.Shown(), mount.Source.Value.Shown(), mount.MountPath.Value.Shown());
            }
        }
    }
}
