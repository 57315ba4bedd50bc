using EasDeploy.Emulator;

namespace EasDeploy.Build.Tests.Consumers;

/// <summary>A cloud in trouble: a deployment ends as a code and a repair, and never as a success.</summary>
[TestClass]
public sealed class CloudTroubleTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    [DataRow(403, "Forbidden.NoPermission", "EAS7101")]
    [DataRow(404, "InvalidService.NotFound", "EAS7105")]
    [DataRow(409, "Conflict", "EAS7106")]
    [DataRow(429, "Throttling.User", "EAS7103")]
    [DataRow(500, "InternalError", "EAS7104")]
    public async Task A_refused_creation_keeps_the_code_and_the_request_id(int status, string apiCode, string code)
    {
        RunResult publish = await DeployAsync(cloud => cloud.Inject(new Fault { Action = "CreateService", Status = status, Code = apiCode, Times = 0 }));

        publish.Fails(code).Says("Code " + apiCode).Says("RequestId ");
    }

    [TestMethod]
    [DataRow("<html><body>Sign in</body></html>", "text/html", "EAS7005")]
    [DataRow("{\"Workspaces\": [", "application/json", "EAS7005")]
    public async Task An_answer_that_is_no_JSON_is_shown_shortened(string body, string type, string code)
    {
        RunResult publish = await DeployAsync(cloud => cloud.AnswerWith("ListWorkspaces", 200, body, type, times: 0));

        publish.Fails(code).DoesNotSay("Creating service");
    }

    [TestMethod]
    public async Task A_connection_that_hangs_and_breaks_is_told()
    {
        RunResult publish = await DeployAsync(cloud => cloud.Inject(
            new Fault { Action = "DescribeMachineSpec", Kind = FaultKind.Hang, Duration = TimeSpan.FromMilliseconds(200), Times = 0 }));

        publish.Fails("EAS7006").DoesNotSay("Creating service");
    }

    [TestMethod]
    public async Task A_refused_connection_is_told_with_the_address()
    {
        Uri address;
        await using (EmulatorHost gone = await EmulatorHost.StartAsync(ct: Ct))
        {
            address = gone.Address;
        }

        using ConsumerProject project = new(TestPackage.Package);
        RunResult publish = await project.DotnetAsync(Ct, "publish", "-p:DeployToEas=true", "-p:EasEndpoint=" + address);

        publish.Fails("EAS7001").Says(address.Authority).Says("EasEmulator=true").DoesNotSay("Creating service");
    }

    [TestMethod]
    public async Task The_usual_proxy_is_asked_for_the_cloud_and_never_for_this_machine()
    {
        await using EmulatorHost cloud = await EmulatorHost.StartAsync(ct: Ct);
        using ConsumerProject project = new(TestPackage.Package);
        Dictionary<string, string?> variables = project.Run.Environment;
        variables["HTTP_PROXY"] = variables["no_proxy"] = variables["NO_PROXY"] = null;
        variables["ALIBABA_CLOUD_ACCESS_KEY_ID"] = EmulatorHost.AccessKeyId;
        variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = EmulatorHost.AccessKeySecret;
        string[] ask = ["build", "-p:EasCatalogMode=Online", "-p:EasRegion=cn-hangzhou"];

        // The emulator as the proxy: the host is no host, but the request reaches it all the same.
        (await project.DotnetAsync(Ct, [.. ask, "-p:EasEndpoint=http://eas.invalid:81"])).Fails("EAS7002");
        Assert.IsEmpty(cloud.Requests);
        variables["http_proxy"] = cloud.Address.AbsoluteUri;
        (await project.DotnetAsync(Ct, [.. ask, "-p:EasEndpoint=http://eas.invalid:81", "--no-restore"])).Succeeds();
        Assert.AreEqual(200, cloud.RequestsOf("DescribeMachineSpec").Single().Status);

        variables["http_proxy"] = "http://127.0.0.1:1";
        (await project.DotnetAsync(Ct, [.. ask, "-p:EasEndpoint=" + cloud.Address, "--no-restore"])).Succeeds();
        Assert.HasCount(2, cloud.RequestsOf("DescribeMachineSpec"));
    }

    private async Task<RunResult> DeployAsync(Action<EmulatorHost> trouble)
    {
        await using EmulatorHost cloud = await EmulatorHost.StartAsync(ct: Ct);
        trouble(cloud);
        using ConsumerProject project = new(TestPackage.Package);
        RunResult publish = await project.DotnetAsync(Ct, "publish", "-p:DeployToEas=true", "-p:EasEndpoint=" + cloud.Address);
        Assert.IsNotEmpty(cloud.Requests);
        publish.DoesNotSay("Status: Running");
        Assert.IsEmpty(Directory.GetFiles(project.Folder, "*.tmp", SearchOption.AllDirectories), "nothing half-written");
        return publish;
    }
}
