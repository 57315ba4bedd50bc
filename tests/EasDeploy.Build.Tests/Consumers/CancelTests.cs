using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Emulation;
using EasDeploy.Execution;

namespace EasDeploy.Build.Tests.Consumers;

/// <summary>Ctrl+C in the terminal of a publish.</summary>
[TestClass]
public sealed class CancelTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Ctrl_C_ends_the_wait_and_not_the_deployment()
    {
        using ConsumerProject project = new(TestPackage.Package, ConsumerProject.GoodService.Replace("qwen_chat", "slow_chat", StringComparison.Ordinal));
        (await project.DotnetAsync(Ct, "restore")).Succeeds();
        string easHome = project["eas home"];
        project.Run.Environment["EAS_HOME"] = easHome;

        // The publish finds this one. The signal goes out at the first status of a service that needs sixteen seconds.
        Uri address = await EmulatorProcess.FindOrStartAsync(
            new EmulatorLaunch
            {
                DotnetHost = "dotnet",
                EmulatorAssembly = TestPackage.Package.Restored("tools/emulator/EasDeploy.Emulator.dll"),
                Region = "cn-hangzhou",
                StateFolder = easHome,
                Version = CloudAccess.Version,
                Pace = "seconds:8",
            },
            Ct);
        try
        {
            RunResult publish = await project.Run.InterruptAsync("Status: Creating", Ct, "publish", "-p:DeployToEas=true", "-p:EasEmulator=true");
            publish.Fails("EAS6303").Says("slow_chat").Says("the deployment itself goes on in the cloud").Says("EasResume").DoesNotSay("Status: Running");

            using AliyunCloud cloud = AliyunCloud.Open(
                new CloudSettings { Region = "cn-hangzhou", Endpoint = address, UserAgent = "tests" }, EmulatorCredentials.Source);
            string status = "";
            for (int look = 0; status != "Running" && look < 120; look++)
            {
                LiveService? left = await cloud.DescribeServiceAsync("slow_chat", Ct);
                Assert.IsNotNull(left, "the emulator and the service outlive the signal");
                status = left.Status;
                await Task.Delay(TimeSpan.FromSeconds(1), Ct);
            }

            Assert.AreEqual("Running", status);
        }
        finally
        {
            await TestHome.EndEmulatorsAsync(easHome);
        }
    }
}
