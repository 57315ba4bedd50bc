using System.Text.Json;
using EasDeploy.Aliyun.Emulation;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Emulator;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Emulation;

/// <summary>Against the real program, as a real child process.</summary>
[TestClass]
public sealed class RunningEmulatorTests : IDisposable
{
    private static readonly HttpClient Client = new();
    private readonly TempFolder _state = new();

    public required TestContext TestContext { get; init; }

    private string HandleFile => _state["emulator-cn-hangzhou.json"];

    private EmulatorLaunch Launch => new()
    {
        DotnetHost = "dotnet",
        EmulatorAssembly = typeof(EmulatorServer).Assembly.Location,
        Region = "cn-hangzhou",
        StateFolder = _state.Path,
        Version = EmulatorServer.Version,
        Pace = "instant",
    };

    public void Dispose()
    {
        if (File.Exists(HandleFile))
        {
            Client.PostAsync(new Uri(new Uri(Handle("address")), "/_control/shutdown"), null).GetAwaiter().GetResult().Dispose();
        }

        _state.Dispose();
    }

    [TestMethod]
    public async Task Builds_side_by_side_share_one_emulator_and_a_later_one_finds_it()
    {
        Uri[] addresses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => FindOrStartAsync(Launch)));
        string pid = Handle("pid");
        Uri later = await FindOrStartAsync(Launch with { Pace = "seconds:9" });

        Assert.AreEqual(1, addresses.Distinct().Count());
        Assert.AreEqual(addresses[0], later);
        Assert.AreEqual(pid, Handle("pid"));
        using AliyunCloud cloud = AliyunCloud.Open(
            new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = later }, Aliyun.Credentials.EmulatorCredentials.Source);
        Assert.AreNotEqual(0, (await cloud.ListWorkspacesAsync(TestContext.CancellationToken)).Length);
    }

    [TestMethod]
    public async Task Another_build_of_the_same_version_takes_its_place()
    {
        await FindOrStartAsync(Launch);
        string old = Handle("pid");
        File.WriteAllText(_state["emulator-cn-hangzhou.build"], "another build");
        await FindOrStartAsync(Launch);

        Assert.AreNotEqual(old, Handle("pid"));
        Assert.IsFalse(System.Diagnostics.Process.GetProcesses().Any(process => process.Id == int.Parse(old) && !process.HasExited));
    }

    [TestMethod]
    public async Task Another_version_is_asked_to_end()
    {
        bool ended = false;
        using WireStub old = new(request =>
        {
            ended |= request is { Method: "POST", Target: "/_control/shutdown" };
            return StubAnswer.Json("""{"version":"0.0.1"}""", ended ? 404 : 200);
        });
        _state.Write("emulator-cn-hangzhou.json", $$"""{"address":"{{old.Address.AbsoluteUri}}","pid":1,"version":"0.0.1","region":"cn-hangzhou"}""");
        Uri address = await FindOrStartAsync(Launch);

        Assert.IsTrue(ended);
        Assert.AreNotEqual(old.Address, address);
    }

    [TestMethod]
    [DataRow("""{"address":"http://192.0.2.1:5080","pid":1}""")]
    [DataRow("""{"address":"http://127.0.0.1:1","pid":1}""")]
    [DataRow("half a han")]
    public async Task A_stale_handle_is_passed_over(string handle)
    {
        _state.Write("emulator-cn-hangzhou.json", handle);
        Uri address = await FindOrStartAsync(Launch);

        Assert.IsTrue(address.IsLoopback);
        Assert.AreEqual(address, new Uri(Handle("address")));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public async Task The_child_holds_no_handle_and_no_secret_of_its_parent()
    {
        Environment.SetEnvironmentVariable("EAS_TEST_ANY_NAME", "canary-in-environment");
        await FindOrStartAsync(Launch);
        string process = $"/proc/{Handle("pid")}";

        for (int descriptor = 0; descriptor <= 2; descriptor++)
        {
            Assert.AreEqual("/dev/null", File.ResolveLinkTarget($"{process}/fd/{descriptor}", returnFinalTarget: false)!.FullName);
        }

        string environment = await File.ReadAllTextAsync($"{process}/environ", TestContext.CancellationToken);
        StringAssert.Contains(environment, "PATH=");
        Assert.IsFalse(environment.Contains("canary", StringComparison.Ordinal), environment);
    }

    private Task<Uri> FindOrStartAsync(EmulatorLaunch launch) => EmulatorProcess.FindOrStartAsync(launch, TestContext.CancellationToken);

    private string Handle(string field)
    {
        using JsonDocument handle = JsonDocument.Parse(File.ReadAllText(HandleFile));
        return handle.RootElement.GetProperty(field).ToString();
    }
}
