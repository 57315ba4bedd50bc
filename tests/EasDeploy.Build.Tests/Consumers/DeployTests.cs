using System.Text.RegularExpressions;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Execution;

namespace EasDeploy.Build.Tests.Consumers;

/// <summary>The main job from the packed package: every deployment goes to the emulator that the first one starts.</summary>
[TestClass]
public sealed partial class DeployTests
{
    private static readonly string[] s_deploy = ["publish", "-p:DeployToEas=true", "-p:EasEmulator=true"];

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_published_service_runs_and_the_printed_curl_line_reaches_it()
    {
        using ConsumerProject project = new(TestPackage.Package);
        RunResult publish = await project.DotnetAsync(Ct, s_deploy);

        publish.Succeeds().Says("Creating service '").Says("Status: Running");
        Assert.MatchesRegex(@"InternetEndpoint: http://127\.0\.0\.1:\d+/api/predict/qwen_chat", publish.Output);
        Assert.MatchesRegex(@"IntranetEndpoint: http://\S+/api/predict/qwen_chat", publish.Output);
        Assert.IsTrue(File.Exists(project["bin/Release/net10.0/publish/eas/qwen_chat/eas_service.json"]));

        string record = await File.ReadAllTextAsync(project["bin/Release/net10.0/eas/qwen_chat/deployment.json"], Ct);
        StringAssert.Contains(record, "\"outcome\": \"running\"");
        StringAssert.Contains(record, "\"emulator\": true");

        string curl = CurlLine().Match(publish.Output).Groups[1].Value + " -s -o answer.json -w '%{http_code}'";
        project.Run.Environment["EAS_TOKEN"] = (await DescribeAsync("qwen_chat")).AccessToken.Reveal();
        Assert.AreEqual("200", (await project.Run.ShellAsync(curl, Ct)).Output);
        StringAssert.Contains(await File.ReadAllTextAsync(project["answer.json"], Ct), "\"chat.completion\"");
        project.Run.Environment["EAS_TOKEN"] = null;
        Assert.AreEqual("401", (await project.Run.ShellAsync(curl, Ct)).Output);

        RunResult kept = await project.DotnetAsync(Ct, [.. s_deploy, "-p:EasOnExisting=Fail"]);
        kept.Fails("EAS6101").Says("status Running").DoesNotSay("Creating service").DoesNotSay("Deployment Result");
        Assert.MatchesRegex(@"EAS6101: .*InternetEndpoint: http://127\.0\.0\.1:\d+/api/predict/qwen_chat, IntranetEndpoint: http://", kept.Output);
    }

    [TestMethod]
    public async Task A_second_publish_recreates_the_service_says_so_and_keeps_its_token()
    {
        using ConsumerProject project = new(TestPackage.Package, ConsumerProject.GoodService.Replace("qwen_chat", "twice_chat", StringComparison.Ordinal));
        (await project.DotnetAsync(Ct, s_deploy)).Succeeds().DoesNotSay("EAS6901");
        LiveService first = await DescribeAsync("twice_chat");

        RunResult again = await project.DotnetAsync(Ct, s_deploy);
        again.Succeeds().Says("EAS6901").Says("Status: Running").Says("InternetEndpoint: http");
        LiveService second = await DescribeAsync("twice_chat");
        Assert.IsFalse(first.AccessToken.IsEmpty);
        Assert.AreEqual(first.AccessToken.Reveal(), second.AccessToken.Reveal());
        Assert.AreNotEqual(first.CreateTime, second.CreateTime, "the old service must not be reported as the new one");
        again.DoesNotSay(first.AccessToken.Reveal());
    }

    [TestMethod]
    public async Task The_emulator_lives_in_a_session_of_its_own()
    {
        using ConsumerProject project = new(TestPackage.Package);
        (await project.DotnetAsync(Ct, "build", "-p:EasEmulator=true")).Succeeds();

        (_, int id) = TestHome.RunningEmulator(TestPackage.Home.EasHome);
        string session = await ShellWordAsync(project, $"ps -o sess= -p {id}");
        string group = await ShellWordAsync(project, $"ps -o pgid= -p {id}");
        Assert.AreEqual(id.ToString(System.Globalization.CultureInfo.InvariantCulture), group, "a Ctrl+C in the build's terminal must not reach it");
        Assert.AreNotEqual(await ShellWordAsync(project, "ps -o sess= -p $$"), session);
    }

    private async Task<string> ShellWordAsync(ConsumerProject project, string line)
    {
        RunResult result = await project.Run.ShellAsync(line, Ct);
        Assert.AreNotEqual("", result.Succeeds().Output.Trim());
        return result.Output.Trim();
    }

    private async Task<LiveService> DescribeAsync(string service)
    {
        (Uri address, _) = TestHome.RunningEmulator(TestPackage.Home.EasHome);
        CloudSettings settings = new() { Region = "cn-hangzhou", Endpoint = address, UserAgent = "tests" };
        using AliyunCloud cloud = AliyunCloud.Open(settings, EmulatorCredentials.Source);
        LiveService? live = await cloud.DescribeServiceAsync(service, Ct);
        Assert.IsNotNull(live);
        return live;
    }

    [GeneratedRegex(@"^\s*\[curl\] (curl .*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex CurlLine();
}
