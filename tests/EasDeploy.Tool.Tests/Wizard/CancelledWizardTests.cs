namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>Ctrl+C, at a question and during the wait.</summary>
[TestClass]
public sealed class CancelledWizardTests
{
    private const string Answers =
        """
        name: slow_chat
        workspace: 312319
        category: llm-inference
        engine: vLLM
        image: vllm:0.14.0-gpu
        instance: ecs.gn7i-c16g1.4xlarge
        action: deploy
        """;

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task At_a_question_it_says_how_to_go_on()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        ToolRun run = await region.EasAsync("", new CancellationToken(canceled: true), "new");

        Assert.AreEqual((130, ""), (run.ExitCode, run.Error));
        StringAssert.EndsWith(run.Out, $"\nNothing was deployed. Your answers are kept; go on with 'dotnet eas new --resume --endpoint {region.Endpoint}'.\n");
    }

    [TestMethod]
    public async Task During_the_wait_nothing_more_is_asked()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct, "describe:1000");
        region.Folder.Write("answers.txt", Answers);
        using CancellationTokenSource pressed = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task<ToolRun> deploying = region.EasAsync(pressed.Token, "new", "--answers", "answers.txt");
        while (region.Host.RequestsOf("CreateService").Count == 0 && !deploying.IsCompleted)
        {
            await Task.Delay(20, Ct);
        }

        int before = region.Host.RequestsOf("DescribeService").Count;
        while (region.Host.RequestsOf("DescribeService").Count == before && !deploying.IsCompleted)
        {
            await Task.Delay(20, Ct);
        }

        await pressed.CancelAsync();
        ToolRun run = await deploying;

        Assert.AreEqual(130, run.ExitCode, run.Out + run.Error);
        StringAssert.Contains(run.Out, "error EAS6303: ");
        StringAssert.Contains(run.Out, $"'dotnet eas resume {Path.Combine("eas", "slow_chat", "eas_service.json")} --endpoint {region.Endpoint}'");
        Assert.DoesNotContain("The service does not run", run.Out);
    }
}
