using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;

namespace EasDeploy.Build.Tests.Consumers;

/// <summary>Planted credentials are nowhere to be found afterwards, and the same search finds a harmless marker planted beside them.</summary>
[TestClass]
public sealed class SecretTests
{
    private const string Marker = "harmless-marker-5b1f";

    // Any line of text could not be missed by accident: each stands for one place.
    private static readonly Dictionary<string, string> s_variables = new()
    {
        ["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "canaryEnvironmentKeyId77",
        ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "canaryEnvironmentKeySecret77",
        ["ALIBABA_CLOUD_SECURITY_TOKEN"] = "canaryEnvironmentToken77",
    };

    private const string FileKeyId = "canaryFileKeyId88";
    private const string FileKeySecret = "canaryFileKeySecret88";

    private static readonly string[] s_canaries = [.. s_variables.Values, FileKeyId, FileKeySecret];

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_deployment_to_the_emulator_leaves_no_secret_anywhere()
    {
        using ConsumerProject project = Planted();
        string easHome = project.Run.Environment["EAS_HOME"]!;
        try
        {
            RunResult publish = await project.DotnetAsync(Ct, "publish", "-p:DeployToEas=true", "-p:EasEmulator=true", "-bl:out.binlog;ProjectImports=ZipFile");
            publish.Succeeds().Says("Status: Running");
            CloudSettings settings = new() { Region = "cn-hangzhou", Endpoint = TestHome.RunningEmulator(easHome).Address, UserAgent = "tests" };
            using AliyunCloud cloud = AliyunCloud.Open(settings, EmulatorCredentials.Source);
            string token = (await cloud.DescribeServiceAsync("secret_chat", Ct))!.AccessToken.Reveal();
            Assert.IsGreaterThan(10, token.Length);

            Traces.AssertNowhere(project, publish.Output, Marker, [.. s_canaries, token]);
        }
        finally
        {
            await TestHome.EndEmulatorsAsync(easHome);
        }
    }

    [TestMethod]
    public async Task Credentials_that_are_really_used_leave_no_trace_either()
    {
        using ConsumerProject project = Planted();

        // A host that cannot exist: the request is signed, and then goes nowhere.
        string[] deploy = ["publish", "-p:DeployToEas=true", "-p:EasRegion=cn-hangzhou", "-p:EasEndpoint=http://eas.invalid:81"];
        RunResult signed = await project.DotnetAsync(Ct, [.. deploy, "-bl:out.binlog;ProjectImports=ZipFile"]);
        signed.Fails("EAS7002").DoesNotSay("EAS7010");
        Traces.AssertNowhere(project, signed.Output, Marker, s_canaries);

        foreach (string name in s_variables.Keys)
        {
            project.Run.Environment[name] = null;
        }

        File.Delete(Path.Combine(project.Run.Environment["HOME"]!, ".aliyun", "config.json"));
        (await project.DotnetAsync(Ct, [.. deploy, "--no-restore"])).Fails("EAS7023");
    }

    private static ConsumerProject Planted()
    {
        string item = ConsumerProject.GoodService
            .Replace("qwen_chat", "secret_chat", StringComparison.Ordinal)
            .Replace("/>", $"Script=\"serve {Marker}\" />", StringComparison.Ordinal);
        ConsumerProject project = new(TestPackage.Package, item);
        DotnetRun run = project.Run;
        foreach ((string name, string value) in s_variables)
        {
            run.Environment[name] = value;
        }

        foreach (string name in new[] { "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY" })
        {
            run.Environment[name] = null;
        }

        string home = project["home"];
        TestPackage.Home.CopySettings(home);
        run.Environment["HOME"] = run.Environment["USERPROFILE"] = home;
        run.Environment["EAS_HOME"] = project["eas-home"];
        string config = project.WriteFile("home/.aliyun/config.json", $$"""
            {"current":"default","profiles":[{"name":"default","mode":"AK","access_key_id":"{{FileKeyId}}","access_key_secret":"{{FileKeySecret}}","region_id":"cn-hangzhou"}]}
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(config, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return project;
    }
}
