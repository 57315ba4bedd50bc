using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>Instances of EAS do not reach the internet by themselves.</summary>
/// <remarks>Source: R2025 (inferred).</remarks>
public sealed partial class EAS2241ModelFromHub : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS2241", Severity.Warning, "The model comes from the internet",
        "service '{0}': the start command loads '{1}', which is no path, from a model hub. Mount the model, and write its path.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        string command = service.StartCommand.Text;
        if (service.Family is ImageFamily.VLLM or ImageFamily.SGLang && Model().Match(command) is { Success: true } match && !service.Spec.Network.HasWholeNetwork)
        {
            yield return Descriptor.At(service.Spec.PlaceOfCommand, service.Name.Shown(), match.Groups["name"].Value.Shown());
        }
    }

    [GeneratedRegex(@"(?<!\S)(?:vllm\s+serve\s+|--model(?:-path)?(?:=|\s+))[""']?(?<name>[A-Za-z0-9][^\s""';&|]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Model();
}
