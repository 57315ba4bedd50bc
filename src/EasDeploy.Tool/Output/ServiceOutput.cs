using System.Collections.Immutable;
using EasDeploy.Execution;

namespace EasDeploy.Tool.Output;

/// <summary>Prints one service. Its token is not part of it.</summary>
internal static class ServiceOutput
{
    public static Listing<ServiceInstance> Instances { get; } = new(
        "instances",
        [
            new("Instance", instance => instance.Name),
            new("Status", instance => instance.Status),
            new("Reason", instance => instance.Reason ?? ""),
            new("Instance Type", instance => instance.InstanceType ?? ""),
            new("Restarts", instance => $"{instance.RestartCount}"),
        ],
        [
            new("name", instance => instance.Name),
            new("status", instance => instance.Status),
            new("reason", instance => instance.Reason),
            new("instanceType", instance => instance.InstanceType),
            new("zone", instance => instance.Zone),
            new("restartCount", instance => instance.RestartCount),
            new("isSpot", instance => instance.IsSpot),
        ]);

    /// <summary>The two endpoint keys are the API's own words, as in <c>deployment.json</c>.</summary>
    public static ImmutableArray<JsonField<LiveService>> Fields { get; } =
    [
        new("name", service => service.Name),
        new("status", service => service.Status),
        new("reason", service => service.Reason),
        new("message", service => service.Message),
        new("InternetEndpoint", service => NullIfBlank(service.InternetEndpoint)),
        new("IntranetEndpoint", service => NullIfBlank(service.IntranetEndpoint)),
        new("runningInstances", service => service.RunningInstance),
        new("totalInstances", service => service.TotalInstance),
        new("version", service => service.CurrentVersion),
        new("safetyLock", service => service.SafetyLock),
        new("createTime", service => service.CreateTime),
    ];

    /// <param name="instances">Null = not asked for.</param>
    public static void Write(ToolConsole console, OutputForm form, LiveService service, ImmutableArray<ServiceInstance>? instances = null)
    {
        if (form == OutputForm.Json)
        {
            JsonOutput.Write(console.Out, json =>
            {
                foreach (JsonField<LiveService> field in Fields)
                {
                    json.WritePropertyName(field.Key);
                    JsonOutput.WriteValue(json, field.Value(service));
                }

                if (instances is { } rows)
                {
                    Instances.WriteRows(json, rows);
                }
            });
            return;
        }

        console.Out.WriteLine($"Service Name: {service.Name}");
        console.Out.WriteLine($"Status: {service.Status}{Count(service)}");
        WriteUnlessBlank("Message", service.Message);
        console.Out.WriteLine($"InternetEndpoint: {EndpointText.Of(service.InternetEndpoint, service.Status)}");
        console.Out.WriteLine($"IntranetEndpoint: {EndpointText.Of(service.IntranetEndpoint, service.Status)}");
        WriteUnlessBlank("Safety Lock", service.SafetyLock is "none" ? null : service.SafetyLock);
        WriteUnlessBlank("Created", service.CreateTime);
        if (instances is { IsEmpty: false } shown)
        {
            // A column that says nothing would only fold the others.
            Listing<ServiceInstance> telling = Instances with { Columns = [.. Instances.Columns.Where(column => shown.Any(row => column.Text(row).Length > 0))] };
            console.Out.Write(Environment.NewLine + telling.Table(shown, 1, console.Width));
        }

        void WriteUnlessBlank(string name, string? value)
        {
            if (NullIfBlank(value) is { } text)
            {
                console.Out.WriteLine($"{name}: {text.ReplaceLineEndings(" ")}");
            }
        }
    }

    private static string Count(LiveService service) =>
        service.TotalInstance is { } total ? $" ({service.RunningInstance ?? 0} of {total} instance{(total == 1 ? "" : "s")})" : "";

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
