using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EasDeploy.Build.Tests.Consumers;

/// <summary>What a deployment leaves for targets that follow and for people who look for a cause.</summary>
[TestClass]
public sealed class DeploymentItemsTests
{
    private const string Service = "items_chat";
    private static readonly string[] s_deploy = ["publish", "-p:DeployToEas=true", "-p:EasEmulator=true", "-p:EasVerify=Model"];

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_target_gets_each_service_as_an_item_and_a_failure_leaves_its_diagnosis()
    {
        using ConsumerProject project = new(TestPackage.Package, ConsumerProject.GoodService.Replace("qwen_chat", Service, StringComparison.Ordinal));
        project.WriteFile("Directory.Build.targets", """
            <Project>
              <Target Name="Tell" AfterTargets="EasDeploy">
                <WriteLinesToFile File="$(MSBuildProjectDirectory)/told.txt" Overwrite="true"
                                  Lines="@(EasDeployment->'%(Identity) %(Status) %(Outcome) %(Region) %(IsEmulated) %(ModelName) %(InternetEndpoint) %(RecordFile)')" />
              </Target>
            </Project>
            """);

        (await project.DotnetAsync(Ct, s_deploy)).Succeeds().Says("The model '/model_dir' answers");

        string told = (await File.ReadAllTextAsync(project["told.txt"], Ct)).Trim();
        Assert.MatchesRegex(
            $@"^{Service} Running running cn-hangzhou true /model_dir http://127\.0\.0\.1:\d+/api/predict/{Service} \S+/eas/{Service}/deployment\.json$", told.Replace('\\', '/'));

        (Uri address, _) = TestHome.RunningEmulator(TestPackage.Home.EasHome);
        using HttpClient control = new(new SocketsHttpHandler { UseProxy = false });
        (await control.PutAsJsonAsync(new Uri(address, $"_control/lifecycles/{Service}"), new { name = "image-pull-error" }, Ct)).EnsureSuccessStatusCode();
        string folder = project[$"bin/Release/net10.0/eas/{Service}"];

        RunResult failed = await project.DotnetAsync(Ct, s_deploy);

        failed.Fails("EAS6302").Says("Known causes:").Says("ImagePullBackOff: Image pull failed").Says("summary.md");
        JsonNode record = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "deployment.json"), Ct))!;
        Assert.AreEqual(("failed", "ImagePullBackOff", "diagnosis"), ((string?)record["outcome"], (string?)record["reason"], (string?)record["diagnosis"]));
        CollectionAssert.AreEquivalent(
            new[] { "events.json", "instances.json", "log.txt", "summary.md" },
            Directory.GetFiles(Path.Combine(folder, "diagnosis")).Select(Path.GetFileName).ToArray());
    }
}
