namespace EasDeploy.Build.Tests.Consumers;

/// <summary>The targets beside a deployment, in the order a person meets them.</summary>
[TestClass]
public sealed class OperationTargetTests
{
    private const string Service = "operated_chat";

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task A_service_is_planned_deployed_looked_at_updated_rolled_back_and_deleted()
    {
        using ConsumerProject project = new(TestPackage.Package, ConsumerProject.GoodService.Replace("qwen_chat", Service, StringComparison.Ordinal));

        (await RunAsync("EasPlan")).Succeeds().Says("the name is free").Says("1. create the service").Says($"{Service}.plan.json");
        (await RunAsync("EasStatus")).Succeeds().Says("Status: (does not exist)");
        (await RunAsync("EasDeploy")).Succeeds().Says("1 of 1 service Running (emulator)");
        (await RunAsync("EasStatus")).Succeeds().Says("Status: Running").Says("Version: 1");
        (await RunAsync("EasRollback")).Fails("EAS6110");

        project.Write("app.csproj", ConsumerProject.GoodService.Replace("qwen_chat", Service, StringComparison.Ordinal)
            .Replace("/>", "Replicas=\"2\" Script=\"vllm serve /model_dir --port 8000 --max-model-len 4096\" />", StringComparison.Ordinal));
        (await RunAsync("EasPlan", "-p:EasOnExisting=Update")).Succeeds().Says("/containers/0/script").Says("/metadata/instance").Says("update");
        (await RunAsync("EasDeploy", "-p:EasOnExisting=Update")).Succeeds().Says("1 of 1 service Running (emulator)");
        (await RunAsync("EasPlan", "-p:EasOnExisting=Update")).Succeeds().Says("no field differs from the live service");
        (await RunAsync("EasRollback")).Succeeds().Says("Status: Running");
        (await RunAsync("EasResume")).Succeeds();

        (await RunAsync("EasDelete")).Succeeds().Says($"Service '{Service}' is gone.");
        (await RunAsync("EasResume")).Fails("EAS6109").Says("dotnet publish -p:DeployToEas=true");

        async Task<RunResult> RunAsync(string target, params string[] more) =>
            await project.DotnetAsync(TestContext.CancellationToken, ["build", "-t:" + target, "-p:EasEmulator=true", "-tl:off", .. more]);
    }
}
