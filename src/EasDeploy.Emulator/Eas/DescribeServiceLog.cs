using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.State;

namespace EasDeploy.Emulator.Eas;

/// <summary>GET …/logs: what the containers would have printed on the service's way.</summary>
/// <remarks>Source: openapi.md §5.1 for fields and filters; the lines are invented.</remarks>
internal static class DescribeServiceLog
{
    public static JsonObject Answer(ApiCall call)
    {
        EasService service = call.Service();
        DateTimeOffset? from = QueryTime.Read(call, "StartTime");
        DateTimeOffset? to = QueryTime.Read(call, "EndTime");
        if (call.Text("InstanceName") is string instance)
        {
            InstanceView.Find(service, call.Cloud, instance);
        }

        string container = call.Text("ContainerName") ?? "worker0";
        bool known = InstanceView.Containers(service).Any(c => c["Name"]!.GetValue<string>() == container);
        string[] lines =
        [
            .. (known && call.Flag("Previous") != true ? Lines(service) : [])
                .Where(l => (from is null || l.At >= from) && (to is null || l.At <= to))
                .Select(l => $"[{QueryTime.Write(l.At)}] [{container}] {l.Text}")
                .Where(l => call.Text("Keyword") is not string word || l.Contains(word, StringComparison.Ordinal)),
        ];
        long number = call.Number("PageNum") ?? 1;
        long size = call.Number("PageSize") ?? 500;
        return new JsonObject
        {
            ["Logs"] = new JsonArray([.. call.Page(lines, "PageNum").Select(l => (JsonNode)l)]),
            ["PageNum"] = number,
            ["TotalPageNum"] = (lines.Length + size - 1) / size,
            ["TotalCount"] = lines.Length,
        };
    }

    private static IEnumerable<(DateTimeOffset At, string Text)> Lines(EasService service)
    {
        foreach ((ServiceStatus status, DateTimeOffset at) in service.Timeline)
        {
            DateTimeOffset second = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
            switch (status)
            {
                case ServiceStatus.Waiting:
                    yield return (second, $"+ {(service.Config.StartText.Length > 0 ? service.Config.StartText : "(preset of the image)")}");
                    yield return (second, "INFO loading model weights");
                    break;
                case ServiceStatus.Running:
                    yield return (second, "INFO application startup complete");
                    break;
                case ServiceStatus.Failed:
                    yield return (second, $"ERROR {service.Events.LastOrDefault(e => e.Type == "Warning" && e.Resource == "Pod")?.Message}");
                    break;
            }
        }
    }
}
