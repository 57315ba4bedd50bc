using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Scaling needs an upper bound and a reason.</summary>
/// <remarks>Source: R6004; service-config.md section 8: min, max and scaleStrategies are required.</remarks>
public sealed class EAS5201AutoscalerIncomplete : IRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5201", Severity.Error, "Autoscaling is set up in part",
        "service '{0}' is to scale and has no {1}. Set {2}.");

    public IEnumerable<Diagnostic> Check(ResolvedService service)
    {
        if (service.Spec.Item.Config is { } text)
        {
            foreach (Diagnostic missingMember in OfDocument(service, text))
            {
                yield return missingMember;
            }

            yield break;
        }

        if (service.Spec.Features.Autoscaler is not { } autoscaler)
        {
            yield break;
        }

        ServiceItem item = service.Spec.Item;
        List<(string Name, string Example)> missing = [];
        if (item.Find(Metadata.AutoscaleMax) is null)
        {
            missing.Add((Metadata.AutoscaleMax, "4"));
        }

        bool hasMetric = item.Find(Metadata.AutoscaleMetric) is not null;
        bool hasThreshold = item.Find(Metadata.AutoscaleThreshold) is not null;
        bool needsOwn = hasMetric || hasThreshold || autoscaler.Strategies.IsEmpty;
        if (needsOwn && !hasMetric)
        {
            missing.Add((Metadata.AutoscaleMetric, "qps"));
        }

        if (needsOwn && !hasThreshold)
        {
            missing.Add((Metadata.AutoscaleThreshold, "10"));
        }

        if (missing.Count > 0)
        {
            yield return Descriptor.At(
                autoscaler.Location,
                service.Name.Shown(),
                string.Join(" and no ", missing.Select(part => part.Name)),
                string.Join(' ', missing.Select(part => $"{part.Name}=\"{part.Example}\"")));
        }
    }

    private IEnumerable<Diagnostic> OfDocument(ResolvedService service, ConfigText text)
    {
        foreach ((string pointer, JsonNode node) in ConfigWalk.Find(text, "/autoscaler").Concat(ConfigWalk.Find(text, "/metadata/autoscaler")))
        {
            JsonObject? scaler = node as JsonObject;
            bool hasReason = scaler?["scaleStrategies"] is JsonArray { Count: > 0 } or JsonObject or JsonValue || scaler?["strategies"] is JsonObject { Count: > 0 };
            (string Name, string Example)[] missing =
            [
                .. scaler?["max"] is null ? [("max", "\"max\": 4")] : Array.Empty<(string, string)>(),
                .. hasReason ? Array.Empty<(string, string)>() : [("scaleStrategies", "\"scaleStrategies\": [{ \"metricName\": \"qps\", \"threshold\": 10 }]")],
            ];
            if (scaler is not null && missing.Length > 0 && !scaler.Any(member => MisplacedFields.RightPlace("autoscaler." + member.Key) is not null))
            {
                SourceLocation place = missing is [("scaleStrategies", _)] ? text.At(pointer + "/scaleStrategies") : text.At(pointer);
                yield return Descriptor.At(
                    place, service.Name.Shown(), string.Join(" and no ", missing.Select(part => part.Name)), string.Join(", ", missing.Select(part => part.Example)));
            }
        }
    }
}
