using System.Text.Json;

namespace EasDeploy.Tool.Tests.Commands;

[TestClass]
public sealed class InvokeCommandTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_question_is_answered_at_once_or_word_by_word()
    {
        await using EmulatedRegion region = await RunningAsync();
        ToolRun whole = await region.EasAsync(Ct, "invoke", "qwen_chat", "--chat", "Who are you?");
        ToolRun stream = await region.EasAsync(Ct, "invoke", "qwen_chat", "--chat", "Who are you?", "--stream");
        ToolRun json = await region.EasAsync(Ct, "invoke", "qwen_chat", "--chat", "Who are you?", "--stream", "-o", "json");

        Assert.AreEqual((0, "emulator: qwen_chat heard 'Who are you?'\n"), (whole.ExitCode, whole.Out), whole.Error);
        Assert.AreEqual((0, whole.Out), (stream.ExitCode, stream.Out), stream.Error);
        Assert.AreEqual(whole.Out, json.Error);
        Assert.AreEqual(whole.Out.TrimEnd(), JsonDocument.Parse(json.Out).RootElement.GetProperty("content").GetString());
    }

    [TestMethod]
    public async Task Any_path_and_body_may_be_sent()
    {
        await using EmulatedRegion region = await RunningAsync();
        using TempFolder folder = new();
        string file = folder.Write("request.json", """{"input": "Hello"}""");
        ToolRun models = await region.EasAsync(Ct, "invoke", "qwen_chat", "--path", "/v1/models");
        ToolRun posted = await region.EasAsync(Ct, "invoke", "qwen_chat", "--path", "score", "--body", "@" + file);
        ToolRun typed = await region.EasAsync("""{"input": "typed"}""", Ct, "invoke", "qwen_chat", "--body", "-", "--method", "put");

        Assert.AreEqual("/model_dir", JsonDocument.Parse(models.Out).RootElement.GetProperty("data")[0].GetProperty("id").GetString());
        JsonElement echo = JsonDocument.Parse(posted.Out).RootElement;
        Assert.AreEqual(("POST", "/score", "Hello"), (Text(echo, "method"), Text(echo, "path"), echo.GetProperty("body").GetProperty("input").GetString()));
        Assert.AreEqual("PUT", Text(JsonDocument.Parse(typed.Out).RootElement, "method"));
    }

    [TestMethod]
    public async Task An_error_of_the_server_is_told_with_what_to_do()
    {
        await using EmulatedRegion region = await RunningAsync();
        ToolRun wrong = await region.EasAsync(Ct, "invoke", "qwen_chat", "--chat", "Hi", "--model", "qwen");
        region.Host.AnswerWith("Predict", 503, "no healthy upstream", "text/plain");
        ToolRun busy = await region.EasAsync(Ct, "invoke", "qwen_chat", "--path", "/health");
        region.Host.AnswerWith("Predict", 401, (await region.EasAsync(Ct, "token", "qwen_chat")).Out, "text/plain");
        ToolRun refused = await region.EasAsync(Ct, "invoke", "qwen_chat");
        region.Host.Reset("Predict");
        ToolRun broken = await region.EasAsync(Ct, "invoke", "qwen_chat");

        Assert.AreEqual(3, wrong.ExitCode);
        StringAssert.Contains(wrong.Error, "error EAS8054: service 'qwen_chat' answered HTTP 404: ");
        StringAssert.Contains(wrong.Error, "Correct --path: the server has no such route or model.");
        StringAssert.Contains(busy.Error, $"answered HTTP 503: no healthy upstream. No instance is ready: try again, and look with 'dotnet eas status qwen_chat --endpoint {region.Endpoint}'.");
        StringAssert.Contains(refused.Error, "answered HTTP 401: ***. The token of this service");
        StringAssert.StartsWith(broken.Error, "error EAS8055: service 'qwen_chat' does not answer at 127.0.0.1:");
    }

    [TestMethod]
    public async Task A_server_without_a_chat_is_told()
    {
        await using EmulatedRegion region = await RunningAsync();
        region.Host.AnswerWith("Predict", 200, "<html>", "text/html");
        ToolRun run = await region.EasAsync(Ct, "invoke", "qwen_chat", "--chat", "Hi");

        Assert.AreEqual(3, run.ExitCode);
        StringAssert.StartsWith(run.Error, "error EAS8057: the answer is no JSON, so this server");
    }

    [TestMethod]
    public async Task A_service_that_is_not_up_yet_cannot_be_called()
    {
        await using EmulatedRegion region = await RunningAsync();
        region.Host.AnswerWith("DescribeService", 200, """{"ServiceName":"qwen_chat","Status":"Creating"}""", times: 2);
        ToolRun run = await region.EasAsync(Ct, "invoke", "qwen_chat");
        ToolRun token = await region.EasAsync(Ct, "token", "qwen_chat");

        Assert.AreEqual((1, 1, ""), (run.ExitCode, token.ExitCode, token.Out));
        StringAssert.Contains(run.Error, "error EAS8053: service 'qwen_chat' has no endpoint: it is Creating. ");
        StringAssert.Contains(token.Error, "has no access token");
    }

    [TestMethod]
    [DataRow("--chat", "Hi", "--body", "{}")]
    [DataRow("--stream")]
    [DataRow("--timeout", "0")]
    [DataRow("--body", "@no-such-file")]
    public async Task Options_that_do_not_go_together_are_wrong_usage(params string[] options)
    {
        await using EmulatedRegion region = await RunningAsync();

        Assert.AreEqual(2, (await region.EasAsync(Ct, ["invoke", "qwen_chat", .. options])).ExitCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<EmulatedRegion> RunningAsync()
    {
        EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        await region.CreateAsync("qwen_chat", Ct);
        return region;
    }
}
