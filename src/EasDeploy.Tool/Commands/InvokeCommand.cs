using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Execution;
using EasDeploy.Tool.Invoking;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas invoke NAME</c>: one call of a service, with its token.</summary>
internal static class InvokeCommand
{
    private const int AnswerLimit = 600;

    public static void Fill(EasVerb command, ToolConsole console)
    {
        ServiceArgument name = new();
        Option<string> path = new("--path") { Description = "Path behind the endpoint, for example /v1/models.", DefaultValueFactory = _ => "" };
        Option<string> method = new("--method") { Description = "HTTP method. Default: POST with a body, else GET." };
        Option<string> body = new("--body") { Description = "What is sent: text, @file, or - for standard input." };
        Option<string> chat = new("--chat") { Description = "A question for a server that speaks OpenAI's chat completions (vLLM, SGLang)." };
        Option<string> model = new("--model") { Description = "Model of --chat. Default: the first one the server names." };
        Option<bool> stream = new("--stream") { Description = "With --chat: print the words as they come." };
        Option<bool> intranet = new("--intranet") { Description = "Call the IntranetEndpoint; works only inside its VPC." };
        TimeoutOption timeout = new(AnswerLimit);
        OutputOption output = new();
        CloudOptions options = new();
        command.Examples =
        [
            "dotnet eas invoke qwen_chat --chat \"Who are you?\" --stream",
            "dotnet eas invoke qwen_chat --path /v1/models",
            "dotnet eas invoke my_service --body @request.json",
        ];
        command.Add(name);
        foreach (Option option in new Option[] { path, method, body, chat, model, stream, intranet, timeout, output })
        {
            command.Add(option);
        }

        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(chat) is not null && (result.GetResult(body) is not null || result.GetResult(method) is not null))
            {
                result.AddError("--chat writes the request by itself: leave --body and --method out.");
            }
            else if (result.GetResult(chat) is null && (result.GetResult(stream) is not null || result.GetResult(model) is not null))
            {
                result.AddError("--stream and --model belong to --chat.");
            }
        });
        command.Runs(console, async (parsed, ct) =>
        {
            using AliyunCloud cloud = await options.OpenAsync(parsed, ct);
            LiveService service = await ServiceArgument.FindAsync(cloud, parsed.GetValue(name)!, options.Region(parsed), ct);
            using ServiceCall call = new(service, parsed.GetValue(intranet), timeout.Read(parsed), CommandText.Options(options.Read(parsed)));
            if (parsed.GetValue(chat) is { } question)
            {
                await ChatAsync(new Chat(call), parsed.GetValue(model), question, parsed.GetValue(stream), parsed.GetValue(output), console, ct);
                return ExitCode.Done;
            }

            string? content = Content(parsed.GetValue(body), console);
            HttpMethod verb = parsed.GetValue(method) is { } given ? HttpMethod.Parse(given.ToUpperInvariant()) : content is null ? HttpMethod.Get : HttpMethod.Post;
            using HttpResponseMessage answer = await call.SendAsync(verb, parsed.GetValue(path)!, content, ct);
            console.Out.WriteLine((await answer.Content.ReadAsStringAsync(ct)).TrimEnd('\n'));
            return ExitCode.Done;
        });
    }

    private static async Task ChatAsync(Chat chat, string? model, string question, bool isStream, OutputForm form, ToolConsole console, CancellationToken ct)
    {
        string asked = model ?? await chat.ModelAsync(ct);
        if (!isStream)
        {
            (string json, string words) = await chat.AskAsync(asked, question, ct);
            console.Out.WriteLine(form == OutputForm.Json ? json : words);
            return;
        }

        List<string> all = [];
        await foreach (string words in chat.StreamAsync(asked, question, ct))
        {
            all.Add(words);
            console.Words(form).Write(words);
            await console.Words(form).FlushAsync(ct);
        }

        console.Words(form).WriteLine();
        if (form == OutputForm.Json)
        {
            JsonOutput.Write(console.Out, json =>
            {
                json.WriteString("model", asked);
                json.WriteString("content", string.Concat(all));
            });
        }
    }

    private static string? Content(string? body, ToolConsole console) => body switch
    {
        null => null,
        "-" => console.In.ReadToEnd(),
        ['@', .. var file] => InputFile.ReadText(file),
        _ => body,
    };
}
