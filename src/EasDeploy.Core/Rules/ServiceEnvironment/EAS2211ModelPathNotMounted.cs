using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>The path a start command reads its model from is a mount, or below one.</summary>
/// <remarks>Source: R2024. A relative path and a name of a model hub are left alone.</remarks>
public sealed partial class EAS2211ModelPathNotMounted : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2211", Severity.Warning, "The start command reads a path that is not mounted",
        "service '{0}': the start command reads the model from '{1}', and nothing is mounted there. Set {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        ServiceEnvironmentSpec environment = service.Spec.Environment;
        if (environment.StartText is not { } command || ModelPath().Match(command.Value) is not { Success: true } match)
        {
            yield break;
        }

        string path = MountPaths.Normalize(match.Groups["path"].Value);
        if (!environment.Mounts.Any(mount => MountPaths.IsWithin(path, MountPaths.Normalize(mount.MountPath.Value))))
        {
            string repair = service.Spec.Item.Find(Metadata.Model) is null
                ? "Model to the OSS folder of the model, and ModelMountPath=\"" + path.Shown(40) + "\""
                : "ModelMountPath=\"" + path.Shown(40) + "\"";
            yield return Descriptor.At(command.Location, service.Name.Shown(), path.Shown(), repair);
        }
    }

    [GeneratedRegex(@"(?<!\S)(?:vllm\s+serve\s+|--model(?:-path)?[= ]\s*)[""']?(?<path>/[^\s""';&|]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ModelPath();
}
