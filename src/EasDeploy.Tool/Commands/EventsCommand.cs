using System.CommandLine;
using System.Globalization;
using EasDeploy.Aliyun;
using EasDeploy.Execution;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas events NAME</c>: what happened to a service, oldest first.</summary>
internal static class EventsCommand
{
    private static readonly Listing<ServiceEvent> s_listing = new(
        "events",
        [],
        [
            new("time", happened => happened.Time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            new("type", happened => happened.Type),
            new("reason", happened => happened.Reason),
            new("message", happened => happened.Message),
        ]);

    public static void Fill(EasVerb command, ToolConsole console)
    {
        ServiceArgument name = new();
        CountOption last = new("--last", "Only the newest so many.", "count");
        Option<bool> warnings = new("--warnings") { Description = "Only events of type Warning." };
        OutputOption output = new();
        CloudOptions options = new();
        command.Examples = ["dotnet eas events qwen_chat --last 10", "dotnet eas events qwen_chat --warnings -o json"];
        command.Add(name);
        command.Add(last);
        command.Add(warnings);
        command.Add(output);
        options.AddTo(command);
        command.Runs(console, async (parsed, ct) =>
        {
            string wanted = parsed.GetValue(name)!;
            using AliyunCloud cloud = await options.OpenAsync(parsed, ct);
            await ServiceArgument.FindAsync(cloud, wanted, options.Region(parsed), ct);
            ServiceEvent[] events =
            [
                .. (await cloud.DescribeServiceEventAsync(wanted, ct))
                    .Where(happened => !parsed.GetValue(warnings) || happened.Type == "Warning")
                    .OrderBy(happened => happened.Time ?? DateTimeOffset.MinValue)
                    .TakeLast(parsed.GetValue(last) ?? int.MaxValue),
            ];
            if (parsed.GetValue(output) == OutputForm.Json)
            {
                JsonOutput.Write(console.Out, json => s_listing.WriteRows(json, events));
                return ExitCode.Done;
            }

            foreach (ServiceEvent happened in events)
            {
                string time = happened.Time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "(no time)";
                console.Out.WriteLine(console.Wrapped($"{time} {ResultText.Line(happened)}"));
            }

            if (events.Length == 0)
            {
                console.Error.WriteLine($"There are no events of {wanted}.");
            }

            return ExitCode.Done;
        });
    }
}
