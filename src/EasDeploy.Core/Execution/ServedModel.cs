using System.Text.RegularExpressions;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>The name under which a vLLM or SGLang service knows its model: what a caller writes as <c>model</c>.</summary>
/// <remarks>Source: both servers take <c>--served-model-name</c>, else the model path as given; service-config.md section 12 names the commands.</remarks>
internal static partial class ServedModel
{
    public static string NameOf(ResolvedService service)
    {
        string command = service.StartCommand.Text;
        foreach (Regex form in (Regex[])[ServedName(), ModelOption(), ServeArgument()])
        {
            if (form.Match(command) is { Success: true } match)
            {
                return match.Groups["name"].Value;
            }
        }

        return service.Spec.Environment.Mounts is [var first, ..] ? first.MountPath.Value : ServiceEnvironmentSpec.DefaultModelMountPath;
    }

    [GeneratedRegex(@"(?<!\S)--served-model-name[= ]\s*[""']?(?<name>[^\s""']+)", RegexOptions.CultureInvariant)]
    private static partial Regex ServedName();

    [GeneratedRegex(@"(?<!\S)--model(-path)?[= ]\s*[""']?(?<name>[^\s""']+)", RegexOptions.CultureInvariant)]
    private static partial Regex ModelOption();

    [GeneratedRegex(@"(?<!\S)vllm\s+serve\s+[""']?(?<name>[^\s""'-][^\s""']*)", RegexOptions.CultureInvariant)]
    private static partial Regex ServeArgument();
}
