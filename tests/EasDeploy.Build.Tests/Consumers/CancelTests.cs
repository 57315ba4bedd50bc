using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Emulation;
using EasDeploy.Execution;

namespace EasDeploy.Build.Tests.Consumers;

/// <summary>A signal to a publish that waits: Ctrl+C in a terminal, SIGTERM from a CI system.</summary>
[TestClass]
public sealed class CancelTests
{
    private static readonly string[] s_publish = ["publish", "-p:DeployToEas=true", "-p:EasEmulator=true"];

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Ctrl_C_ends_the_wait_and_not_the_deployment()
    {
        using ConsumerProject project = await RestoredAsync("slow_chat");
        Uri address = await SlowEmulatorAsync(project);
        try
        {
            RunResult publish = await project.Run.SignalAsync("INT", "Status: Creating", Ct, s_publish);
            publish.Fails("EAS6303").Says("slow_chat").Says("the deployment itself goes on in the cloud").Says("'dotnet build -c Release -t:EasResume -p:EasEmulator=true'").DoesNotSay("Status: Running");

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
            await TestHome.EndEmulatorsAsync(project.Run.Environment["EAS_HOME"]!);
        }
    }

    /// <summary>Steps 4 and 5 of docs/how-to/deploy-from-ci.md, as they stand there.</summary>
    [TestMethod]
    public async Task SIGTERM_leaves_a_record_that_says_interrupted_and_a_resume_that_completes_it()
    {
        string[] page = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "how-to", "deploy-from-ci.md"), Ct);
        string check = Command("deployment.json");
        using ConsumerProject project = await RestoredAsync("qwen_chat");
        await SlowEmulatorAsync(project);
        try
        {
            RunResult publish = await project.Run.SignalAsync("TERM", "Status: Creating", Ct, s_publish);
            publish.DoesNotSay("Status: Running").DoesNotSay("service Running");
            Assert.AreEqual(0, publish.ExitCode, "the page says so; MSBuild's own way, which is why the record is checked\n" + publish.Output);
            StringAssert.Contains(
                await File.ReadAllTextAsync(project["bin/Release/net10.0/eas/qwen_chat/deployment.json"], Ct), "\"outcome\": \"interrupted\"");
            Assert.AreNotEqual(0, (await project.Run.ShellAsync(check, Ct)).ExitCode, check);

            (await project.Run.ShellAsync(Command("EasStatus") + " -p:EasEmulator=true", Ct)).Succeeds().Says("Unfinished deployment since");
            (await project.Run.ShellAsync(Command("EasResume") + " -p:EasEmulator=true", Ct)).Succeeds().Says("EAS6335").Says("1 of 1 service Running");
            (await project.Run.ShellAsync(check, Ct)).Succeeds();
        }
        finally
        {
            await TestHome.EndEmulatorsAsync(project.Run.Environment["EAS_HOME"]!);
        }

        string Command(string part) =>
            page.Single(line => line.TrimStart().StartsWith("$ ", StringComparison.Ordinal) && line.Contains(part, StringComparison.Ordinal)).Trim()[2..];
    }

    private async Task<ConsumerProject> RestoredAsync(string service)
    {
        ConsumerProject project = new(TestPackage.Package, ConsumerProject.GoodService.Replace("qwen_chat", service, StringComparison.Ordinal));
        (await project.DotnetAsync(Ct, "restore")).Succeeds();
        project.Run.Environment["EAS_HOME"] = project["eas home"];
        return project;
    }

    /// <summary>The publish finds this one. The signal goes out at the first status of a service that needs sixteen seconds.</summary>
    private Task<Uri> SlowEmulatorAsync(ConsumerProject project) => EmulatorProcess.FindOrStartAsync(
        new EmulatorLaunch
        {
            DotnetHost = "dotnet",
            EmulatorAssembly = TestPackage.Package.Restored("tools/emulator/EasDeploy.Emulator.dll"),
            Region = "cn-hangzhou",
            StateFolder = project.Run.Environment["EAS_HOME"]!,
            Version = CloudAccess.Version,
            Pace = "seconds:8",
        },
        Ct);
}
