using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A check asks the port the container serves on.</summary>
/// <remarks>Source: service-config.md R2054.</remarks>
public sealed class EAS5230ProbePort : IRule
{
    /// <summary>Source: service-config.md section 4.</summary>
    private const double DefaultPort = 8000;

    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5230", Severity.Warning, "A check asks another port",
        "'{0}' is {1}, and the container listens on {2}. Write {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonObject probe) in ProbeParts.In(text))
        {
            string container = pointer[..pointer.LastIndexOf('/')];
            double port = ConfigWalk.Find(text, container + "/port").Select(served => ConfigWalk.Number(served.Node)).FirstOrDefault() ?? DefaultPort;
            foreach (string way in ProbeParts.Ways)
            {
                if (probe[way] is JsonObject ask && ConfigWalk.Number(ask["port"]) is { } number && number != port)
                {
                    yield return Descriptor.At(text.At($"{pointer}/{way}/port"), $"{pointer[1..].Replace('/', '.')}.{way}.port", number, port);
                }
            }
        }
    }
}
