namespace EasDeploy.Build.Tests.Consumers;

[TestClass]
public sealed class SeverityTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task An_author_gives_a_code_another_weight_in_every_usual_way()
    {
        // EAS2041: a warning about the public registry address; EAS3202 needs no cloud either and is an error.
        const string Warned = """<EasService Include="own" Image="eas-registry.cn-hangzhou.cr.aliyuncs.com/pai-eas/app:1.0" Script="serve" InstanceType="ecs.c7.xlarge" />""";
        using ConsumerProject project = new(TestPackage.Package, Warned);
        Task<RunResult> BuildAsync(params string[] more) => project.DotnetAsync(Ct, ["build", .. more]);
        string config = project["bin/Debug/net10.0/eas/own/eas_service.json"];
        (await BuildAsync()).Succeeds().Says("warning EAS2041").Says("1 Warning(s)");

        (await BuildAsync("--no-restore", "-p:NoWarn=EAS2041")).Succeeds().DoesNotSay("EAS2041").Says("0 Warning(s)");
        foreach (string asError in new[] { "-p:WarningsAsErrors=EAS2041", "-p:MSBuildWarningsAsErrors=EAS2041", "-p:EasSeverity=EAS2041=error" })
        {
            File.Delete(config);
            (await BuildAsync("--no-restore", asError)).Fails("EAS2041").DoesNotSay("warning EAS2041");
        }

        (await BuildAsync("--no-restore", "-p:MSBuildWarningsAsMessages=EAS2041")).Succeeds().DoesNotSay("warning EAS2041").Says("0 Warning(s)");
        (await BuildAsync("--no-restore", "-p:EasSeverity=EAS2041=none")).Succeeds().DoesNotSay("EAS2041");
        (await BuildAsync("--no-restore", "-p:EasSeverity=EAS2041=info")).Succeeds().Says("message EAS2041").Says("0 Warning(s)");
        (await BuildAsync("--no-restore", "-p:EasSeverity=EAS2041=loud")).Fails("EAS8004").Says("EAS2041=loud");

        project.Write("app.csproj", Warned.Replace("InstanceType=\"ecs.c7.xlarge\"", "", StringComparison.Ordinal));
        (await BuildAsync("--no-restore", "-p:NoWarn=EAS3202")).Fails("EAS3202");
        (await BuildAsync("--no-restore", "-p:EasSeverity=EAS3202=warning")).Succeeds().Says("warning EAS3202");
    }

}
