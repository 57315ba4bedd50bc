using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EasDeploy.Aliyun;

namespace EasDeploy.Tool.Tests.Commands;

/// <summary>The verbs about one existing service.</summary>
[TestClass]
public sealed class ServiceVerbTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Status_shows_both_endpoints_by_their_names_and_never_the_token()
    {
        await using EmulatedRegion region = await RunningAsync();
        ToolRun text = await region.EasAsync(Ct, "status", "qwen_chat");
        ToolRun json = await region.EasAsync(Ct, "status", "qwen_chat", "-o", "json");
        string token = (await region.EasAsync(Ct, "token", "qwen_chat")).Out.Trim();
        JsonElement service = JsonDocument.Parse(json.Out).RootElement;

        Assert.AreEqual((0, 0), (text.ExitCode, json.ExitCode));
        StringAssert.StartsWith(text.Out, "Service Name: qwen_chat\nStatus: Running (1 of 1 instance)\n");
        StringAssert.Contains(text.Out, "\nInternetEndpoint: http");
        StringAssert.Contains(text.Out, "\nIntranetEndpoint: http");
        StringAssert.Contains(text.Out, "| # | Instance ");
        Assert.AreEqual("Running", service.GetProperty("status").GetString());
        Assert.AreEqual(1, service.GetProperty("instances").GetArrayLength());
        StringAssert.Contains(text.Out, service.GetProperty("InternetEndpoint").GetString());
        Assert.IsGreaterThan(8, token.Length);
        Assert.DoesNotContain(token, text.Out + text.Error + json.Out + json.Error);
    }

    [TestMethod]
    public async Task An_instance_type_can_be_copied_from_a_terminal_of_80_columns()
    {
        await using EmulatedRegion region = await RunningAsync();
        ToolRun run = await ToolRun.RunAsync(new ToolRun.Surroundings(Width: 80), Ct, "status", "qwen_chat", "--endpoint", region.Endpoint);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Out, "| ecs.gn7i-c16g1.4xlarge |");
    }

    [TestMethod]
    public async Task A_misspelt_name_gets_the_one_there_is()
    {
        await using EmulatedRegion region = await RunningAsync();
        ToolRun run = await region.EasAsync(Ct, "status", "qwen_caht");

        Assert.AreEqual((1, "error EAS8051: there is no service 'qwen_caht' in cn-hangzhou. Write 'qwen_chat'.\n"), (run.ExitCode, run.Error));
    }

    [TestMethod]
    public async Task A_service_of_another_region_is_not_offered_under_its_own_name()
    {
        await using EmulatedRegion region = await RunningAsync();
        ToolRun run = await region.EasAsync(Ct, "status", "qwen_chat", "--region", "cn-shanghai");

        Assert.AreEqual(
            (1, "error EAS8051: there is no service 'qwen_chat' in cn-shanghai. 'dotnet eas list services' shows those there are, --region another region.\n"),
            (run.ExitCode, run.Error));
    }

    [TestMethod]
    public async Task A_service_that_is_busy_says_to_wait()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct, "describe:1000");
        await region.CreateAsync("qwen_chat", Ct);
        ToolRun run = await region.EasAsync(Ct, "stop", "qwen_chat", "--yes");

        Assert.AreEqual(3, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, "error EAS7107: StopService: HTTP 409: ");
        StringAssert.EndsWith(run.Error, "Wait until that is over and run the command again.\n");
    }

    [TestMethod]
    public async Task Ctrl_C_while_a_start_is_waited_for_says_how_to_look_on()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct, "describe:1000");
        await region.CreateAsync("qwen_chat", Ct);
        using CancellationTokenSource pressed = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task<ToolRun> starting = region.EasAsync(pressed.Token, "start", "qwen_chat");
        while (region.Host.RequestsOf("StartService").Count == 0 || region.Host.RequestsOf("DescribeService").Count < 2)
        {
            await Task.Delay(20, Ct);
        }

        await pressed.CancelAsync();
        ToolRun run = await starting;

        Assert.AreEqual(130, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, $"goes on in the cloud. Look with 'dotnet eas status qwen_chat --watch --endpoint {region.Endpoint}'.\n");
    }

    [TestMethod]
    public async Task Watching_ends_with_Running_or_with_its_own_code()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct, "describe:1");
        region.Host.PlanLifeCycle("bad", "crash-loop");
        await region.CreateAsync("good", Ct);
        await region.CreateAsync("bad", Ct);
        ToolRun good = await region.EasAsync(Ct, "status", "good", "--watch", "-o", "json");
        ToolRun bad = await region.EasAsync(Ct, "status", "bad", "--watch", "--timeout", "30");

        Assert.AreEqual(0, good.ExitCode, good.Error);
        StringAssert.Contains(good.Error, "⏳ Status: ");
        Assert.AreEqual("Running", JsonDocument.Parse(good.Out).RootElement.GetProperty("status").GetString());
        Assert.AreEqual(4, bad.ExitCode, bad.Out);
    }

    [TestMethod]
    public async Task Events_are_shown_oldest_first_and_as_JSON()
    {
        await using EmulatedRegion region = await RunningAsync();
        ToolRun text = await region.EasAsync(Ct, "events", "qwen_chat");
        ToolRun last = await region.EasAsync(Ct, "events", "qwen_chat", "--last", "1", "-o", "json");
        string[] lines = text.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        JsonElement newest = JsonDocument.Parse(last.Out).RootElement.GetProperty("events")[0];

        Assert.IsGreaterThan(1, lines.Length);
        StringAssert.Matches(lines[0], new(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \[(Normal|Warning)\] \w+: "));
        CollectionAssert.AreEqual(lines.Select(line => line[..19]).Order(StringComparer.Ordinal).ToArray(), lines.Select(line => line[..19]).ToArray());
        StringAssert.Contains(lines[^1], newest.GetProperty("message").GetString());
    }

    [TestMethod]
    public async Task Logs_may_be_cut_and_searched()
    {
        await using EmulatedRegion region = await RunningAsync();
        string[] all = (await region.EasAsync(Ct, "logs", "qwen_chat")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        ToolRun tail = await region.EasAsync(Ct, "logs", "qwen_chat", "--tail", "1");
        ToolRun found = await region.EasAsync(Ct, "logs", "qwen_chat", "--keyword", "weights", "--since", "60");

        Assert.IsGreaterThan(2, all.Length);
        Assert.AreEqual(all[^1] + "\n", tail.Out);
        StringAssert.Contains(found.Out, "INFO loading model weights");
        Assert.HasCount(1, found.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [TestMethod]
    public async Task Followed_logs_go_on_until_the_service_is_gone()
    {
        await using EmulatedRegion region = await RunningAsync();
        Task<ToolRun> following = region.EasAsync(Ct, "logs", "qwen_chat", "--follow");
        while (region.Host.RequestsOf("DescribeServiceLog").Count == 0)
        {
            await Task.Delay(20, Ct);
        }

        Assert.AreEqual(0, (await region.EasAsync(Ct, "delete", "qwen_chat", "--yes")).ExitCode);
        ToolRun run = await following;
        string[] lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.AreEqual((0, "qwen_chat is gone.\n"), (run.ExitCode, run.Error));
        Assert.IsNotEmpty(lines);
        CollectionAssert.AllItemsAreUnique(lines);
    }

    [TestMethod]
    public async Task Stop_and_start_wait_until_it_is_so()
    {
        await using EmulatedRegion region = await RunningAsync();
        ToolRun stop = await region.EasAsync(Ct, "stop", "qwen_chat", "--yes", "-o", "json");
        ToolRun start = await region.EasAsync(Ct, "start", "qwen_chat");

        Assert.AreEqual(0, stop.ExitCode, stop.Error);
        Assert.AreEqual("Stopped", JsonDocument.Parse(stop.Out).RootElement.GetProperty("status").GetString());
        Assert.AreEqual(0, start.ExitCode, start.Error);
        StringAssert.Contains(start.Out, "Status: Running");
    }

    [TestMethod]
    public async Task Without_a_terminal_nothing_is_deleted_unless_told_so()
    {
        await using EmulatedRegion region = await RunningAsync();
        int before = region.Host.Requests.Count;
        ToolRun run = await region.EasAsync(Ct, "delete", "qwen_chat");

        Assert.AreEqual((2, "error EAS8050: 'delete qwen_chat' needs an answer, and there is no terminal to ask on. Add --yes.\n"), (run.ExitCode, run.Error));
        Assert.HasCount(before, region.Host.Requests);
    }

    [TestMethod]
    public async Task A_person_is_asked_and_may_say_no()
    {
        await using EmulatedRegion region = await RunningAsync();
        ToolRun no = await region.EasAsync("\n", Ct, "delete", "qwen_chat");
        ToolRun yes = await region.EasAsync("y\n", Ct, "delete", "qwen_chat");

        Assert.AreEqual((130, "Delete service 'qwen_chat' in cn-hangzhou (Running)? [y/N] Nothing was done.\n"), (no.ExitCode, no.Error));
        Assert.AreEqual(0, yes.ExitCode, yes.Error);
        StringAssert.Contains(yes.Out, "Status: gone");
        Assert.HasCount(1, region.Host.RequestsOf("DeleteService"));
    }

    [TestMethod]
    public async Task Not_waited_for_is_its_own_code()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct, "describe:2");
        await region.CreateAsync("qwen_chat", Ct);
        ToolRun run = await region.EasAsync(Ct, "delete", "qwen_chat", "--yes", "--no-wait");

        Assert.AreEqual(5, run.ExitCode, run.Error);
        StringAssert.Contains(run.Out, "Status: Deleting");
    }

    [TestMethod]
    public async Task A_service_that_somebody_else_deploys_is_not_deleted()
    {
        await using EmulatedRegion region = await RunningAsync();
        using AliyunCloud cloud = await region.OpenAsync(Ct);
        DateTime now = DateTime.UtcNow;
        string lease = string.Create(CultureInfo.InvariantCulture, $"{now.AddMinutes(10):yyyyMMdd'T'HHmmss'Z'}.{now:yyyyMMdd'T'HHmmss'Z'}.anotherrun.somebody");
        await cloud.UpdateServiceLabelAsync("qwen_chat", ImmutableDictionary<string, string>.Empty.Add("easdeploy.lease", lease), Ct);
        ToolRun run = await region.EasAsync(Ct, "delete", "qwen_chat", "--yes");

        Assert.AreEqual(1, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, "error EAS6104: ");
        Assert.IsEmpty(region.Host.RequestsOf("DeleteService"));
    }

    [TestMethod]
    public async Task A_deletion_that_takes_longer_than_the_limit_is_told()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct, "describe:1000");
        await region.CreateAsync("qwen_chat", Ct);
        ToolRun run = await region.EasAsync(Ct, "delete", "qwen_chat", "--yes", "--timeout", "2");

        Assert.AreEqual(4, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, "error EAS6304: ");
    }

    [TestMethod]
    public async Task A_token_and_log_lines_may_be_had_as_JSON()
    {
        await using EmulatedRegion region = await RunningAsync();
        string token = (await region.EasAsync(Ct, "token", "qwen_chat")).Out.Trim();
        ToolRun json = await region.EasAsync(Ct, "token", "qwen_chat", "--output", "json");
        ToolRun logs = await region.EasAsync(Ct, "logs", "qwen_chat", "--output", "json");
        ToolRun endless = await region.EasAsync(Ct, "logs", "qwen_chat", "--output", "json", "--follow");
        JsonElement lines = JsonDocument.Parse(logs.Out).RootElement.GetProperty("lines");

        Assert.AreEqual(token, JsonDocument.Parse(json.Out).RootElement.GetProperty("token").GetString());
        Assert.IsGreaterThan(2, lines.GetArrayLength());
        StringAssert.Contains(lines[1].GetString(), "INFO loading model weights");
        Assert.AreEqual(2, endless.ExitCode, endless.Out);
    }

    [TestMethod]
    public async Task A_locked_service_is_neither_stopped_nor_deleted()
    {
        await using EmulatedRegion region = await RunningAsync();
        await LockAsync(region, "dangerous");
        foreach (string verb in (string[])["stop", "delete"])
        {
            ToolRun run = await region.EasAsync(Ct, verb, "qwen_chat", "--yes");
            Assert.AreEqual(1, run.ExitCode);
            StringAssert.StartsWith(run.Error, $"error EAS8056: service 'qwen_chat' is under the safety lock 'dangerous', which forbids to {verb} it. ");
        }

        Assert.IsEmpty(region.Host.RequestsOf("DeleteService"));
        Assert.IsEmpty(region.Host.RequestsOf("StopService"));
    }

    private async Task<EmulatedRegion> RunningAsync()
    {
        EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        await region.CreateAsync("qwen_chat", Ct);
        return region;
    }

    // The API has it, the product has no verb for it: a lock is set by people who mean it.
    private async Task LockAsync(EmulatedRegion region, string word)
    {
        JsonElement service = JsonDocument.Parse((await region.EasAsync(Ct, "status", "qwen_chat", "-o", "json")).Out).RootElement;
        region.Host.AnswerWith(
            "DescribeService", 200, JsonSerializer.Serialize(new { ServiceName = "qwen_chat", Status = service.GetProperty("status").GetString(), SafetyLock = word }), times: 2);
    }
}
