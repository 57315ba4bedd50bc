using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>A schedule has six fields, seconds first; a size is 0 or more.</summary>
/// <remarks>Source: service-config.md section 8, R6010.</remarks>
public sealed class EAS5039CronSchedule : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5039", Severity.Error, "A timed scaling rule cannot be read",
        "'{0}' is {1}. Write {2}.");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in Cronscalers.Find(text, "/ScaleJobs/*/Schedule", "/ExcludeDates/*"))
        {
            int fields = ConfigWalk.Text(node) is { } schedule ? schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length : 6;
            if (fields is not (5 or 6))
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), node.ToJsonString().Shown(), "six fields, seconds first, such as \"0 0 8 * * *\"");
            }
        }

        foreach ((string pointer, JsonNode node) in Cronscalers.Find(text, "/ScaleJobs/*/TargetSize"))
        {
            if (ConfigWalk.Number(node) is < 0)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), node.ToJsonString(), "0 or more");
            }
        }
    }
}
