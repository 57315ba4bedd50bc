using System.Text.Json.Nodes;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Items.Json;

namespace EasDeploy.Rules.ServiceFeatures;

/// <summary>Schedules start with the seconds.</summary>
/// <remarks>Source: service-config.md section 8, R6010.</remarks>
public sealed class EAS5040CronFiveFields : IItemRule
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        "EAS5040", Severity.Warning, "A schedule has five fields",
        "'{0}' is {1}, with five fields where six are read, seconds first. Write \"0 {2}\".");

    public IEnumerable<Diagnostic> Check(ServiceItem item)
    {
        if (item.Config is not { } text)
        {
            yield break;
        }

        foreach ((string pointer, JsonNode node) in Cronscalers.Find(text, "/ScaleJobs/*/Schedule", "/ExcludeDates/*"))
        {
            if (ConfigWalk.Text(node) is { } schedule && schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5)
            {
                yield return Descriptor.At(text.At(pointer), pointer[1..].Replace('/', '.'), node.ToJsonString().Shown(), schedule.Trim().Shown());
            }
        }
    }
}
