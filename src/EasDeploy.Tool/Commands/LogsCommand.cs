using System.CommandLine;
using System.Globalization;
using EasDeploy.Aliyun;
using EasDeploy.Execution;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas logs NAME [--follow]</c>: what the containers of a service printed.</summary>
internal static class LogsCommand
{
    /// <summary>Within the call budget of one service. Source: design ruling K8.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    public static void Fill(EasVerb command, ToolConsole console)
    {
        ServiceArgument name = new();
        Option<bool> follow = new("--follow", "-f") { Description = "Go on with new lines until Ctrl+C, or until the service is gone." };
        CountOption tail = new("--tail", "Only the newest so many lines.", "count");
        CountOption since = new("--since", "Only lines of the last so many minutes.", "minutes");
        Option<string> keyword = new("--keyword") { Description = "Only lines that contain this text." };
        Option<string> instance = new("--instance") { Description = "Only this instance; 'dotnet eas status' names them." };
        Option<bool> previous = new("--previous") { Description = "Of the run before the last restart." };
        OutputOption output = new();
        CloudOptions options = new();
        command.Examples =
        [
            "dotnet eas logs qwen_chat --tail 100",
            "dotnet eas logs qwen_chat --since 60 --output json",
            "dotnet eas logs qwen_chat --follow --keyword ERROR",
        ];
        foreach (Option option in new Option[] { follow, tail, since, keyword, instance, previous, output })
        {
            command.Add(option);
        }

        command.Add(name);
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(follow) && result.GetResult(output) is { } form && !form.Errors.Any()
                && form.GetValueOrDefault<OutputForm>() == OutputForm.Json)
            {
                result.AddError("--follow has no end, and so no JSON object. Leave out one of --follow and --output json.");
            }
        });
        command.Runs(console, async (parsed, ct) =>
        {
            string wanted = parsed.GetValue(name)!;
            using AliyunCloud cloud = await options.OpenAsync(parsed, ct);
            LiveService service = await ServiceArgument.FindAsync(cloud, wanted, options.Region(parsed), ct);
            DateTimeOffset? start = parsed.GetValue(since) is { } minutes ? TimeProvider.System.GetUtcNow().AddMinutes(-minutes) : null;
            string? word = parsed.GetValue(keyword);

            // The API loses lines when it is given both a keyword and a time: then the lines are chosen here.
            LogQuery query = new(start, null, start is null && !parsed.GetValue(follow) ? word : null, parsed.GetValue(instance), parsed.GetValue(previous));
            LogTail tailing = new();
            int limit = parsed.GetValue(tail) ?? int.MaxValue;
            while (true)
            {
                IEnumerable<string> lines = tailing.New(await cloud.Eas.DescribeServiceLogAsync(wanted, query, ct)).Where(line => word is null || line.Contains(word, StringComparison.Ordinal));
                Write(console, parsed.GetValue(output), lines.TakeLast(limit).Select(line => WithoutToken(line, service)));

                if (!parsed.GetValue(follow) || console.IsUnread())
                {
                    return ExitCode.Done;
                }

                limit = int.MaxValue;
                await Task.Delay(s_pause, ct);
                query = query with { StartTime = tailing.NextStart(query.StartTime, TimeProvider.System.GetUtcNow()) };
                if (await cloud.DescribeServiceAsync(wanted, ct) is null)
                {
                    console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wanted} is gone."));
                    return ExitCode.Done;
                }
            }
        });
    }

    private static void Write(ToolConsole console, OutputForm form, IEnumerable<string> lines)
    {
        if (form == OutputForm.Json)
        {
            JsonOutput.Write(console.Out, json =>
            {
                json.WritePropertyName("lines");
                JsonOutput.WriteValue(json, lines);
            });
            return;
        }

        foreach (string line in lines)
        {
            console.Out.WriteLine(line);
        }
    }

    private static string WithoutToken(string line, LiveService service) =>
        service.AccessToken.Reveal() is { Length: >= 6 } token ? line.Replace(token, "***", StringComparison.Ordinal) : line;
}
