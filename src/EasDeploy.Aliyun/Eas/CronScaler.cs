using System.Collections.Immutable;
using EasDeploy.Aliyun.Requests;

namespace EasDeploy.Aliyun.Eas;

/// <summary>A timed change of the number of replicas.</summary>
/// <param name="Schedule">Cron expression with seconds.</param>
/// <param name="State">Last outcome as the API words it; null when written.</param>
public sealed record ScaleJob(string Name, string Schedule, int TargetSize, string? TimeZone = null, string? State = null);

/// <summary>Timed scaling rules of a service.</summary>
/// <param name="ExcludeDates">Cron expressions of days without scaling.</param>
/// <remarks>Source: openapi.md section 5.1.</remarks>
public sealed record CronScaler(ImmutableArray<ScaleJob> ScaleJobs, ImmutableArray<string> ExcludeDates)
{
    internal byte[] ToBody() => JsonText.Object(json =>
    {
        json.WriteStartArray(nameof(ScaleJobs));
        foreach (ScaleJob job in ScaleJobs)
        {
            json.WriteStartObject();
            json.WriteString("Name", job.Name);
            json.WriteString("Schedule", job.Schedule);
            json.WriteNumber("TargetSize", job.TargetSize);
            if (job.TimeZone is not null)
            {
                json.WriteString("TimeZone", job.TimeZone);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!ExcludeDates.IsDefaultOrEmpty)
        {
            json.WriteStartArray(nameof(ExcludeDates));
            foreach (string date in ExcludeDates)
            {
                json.WriteStringValue(date);
            }

            json.WriteEndArray();
        }
    });
}
