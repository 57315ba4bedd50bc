using System.Diagnostics;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Oss;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Tests.Credentials;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Aliyun.Transports.Cli;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Testing;

namespace EasDeploy.Aliyun.Tests.Transports.Cli;

/// <summary>The process around the call. Run one after the other: the stand-in is steered by variables of this process.</summary>
[TestClass]
[DoNotParallelize]
public sealed class AliyunCliTransportTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task No_body_and_no_secret_stands_on_the_command_line()
    {
        using WireStub stub = new(StubAnswer.Json("""{"ServiceName":"my_svc","Status":"Creating"}"""));
        using HomeFolder home = new();
        string record = Path.Combine(home.Path, "record");
        using Variable steer = new("STANDIN_RECORD", record);
        using Variable real = new("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "canary-real");
        using Variable debug = new("DEBUG", "sdk");
        using AliyunCloud cloud = Open(stub.Settings with { Profile = "work" });
        await cloud.CreateServiceAsync("""{"metadata":{"name":"my_svc"},"token":"canary-body"}"""u8.ToArray(), "1", new Dictionary<string, string>(), Ct);

        string[] lines = await File.ReadAllLinesAsync(record, Ct);
        string bodyFile = lines.Single(line => line.StartsWith("--body-file=", StringComparison.Ordinal))["--body-file=".Length..];
        CollectionAssert.IsSubsetOf(
            new[] { "eas", "CreateService", "--WorkspaceId=1", "--region=cn-hangzhou", $"--endpoint={stub.Address.Authority}", "--insecure", "--read-timeout=180" }, lines);
        Assert.IsFalse(lines.Any(line => line.Contains("canary", StringComparison.Ordinal) || line.Contains("profile", StringComparison.OrdinalIgnoreCase) && line.StartsWith('-')));
        Assert.IsFalse(lines.Contains("env:DEBUG"));
        Assert.IsFalse(File.Exists(bodyFile));
        StringAssert.Contains(stub.Requests.Single().Everything, "canary-body");
        Assert.IsFalse(stub.Requests.Single().Everything.Contains("canary-real", StringComparison.Ordinal));
        StringAssert.Contains(stub.Requests.Single().Headers["authorization"], "acs emulatorTestKeyId:");
    }

    [TestMethod]
    public async Task Cancelling_kills_the_program()
    {
        using HomeFolder home = new();
        string marker = Path.Combine(home.Path, "pid");
        using Variable steer = new("STANDIN_HANG", marker);
        using AliyunCloud cloud = Open(new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = new("http://127.0.0.1:1") });
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task calling = cloud.DescribeMachineSpecAsync(cancel.Token);
        int pid = 0;
        while (!File.Exists(marker) || !int.TryParse(await File.ReadAllTextAsync(marker, Ct), out pid))
        {
            await Task.Delay(20, Ct);
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => calling);
        Assert.IsFalse(Process.GetProcesses().Any(process => process.Id == pid && !process.HasExited));
    }

    [TestMethod]
    [DataRow("3.4.11", null)]
    [DataRow("0.0.1", null)]
    [DataRow("3.3.0", "older than 3.3.1")]
    [DataRow("usage", "tells no version")]
    public async Task The_version_is_asked_and_compared(string version, string? reason)
    {
        using Variable steer = new("STANDIN_VERSION", version);
        using HomeFolder home = new HomeFolder().Set("PATH", $"/no/such{Path.PathSeparator}{StandIn.Folder}");
        if (reason is null)
        {
            Assert.AreEqual(version, (await AliyunCli.FindAsync(home.Places, Ct)).Version.ToString());
            return;
        }

        CloudException refused = await Assert.ThrowsExactlyAsync<CloudException>(() => AliyunCli.FindAsync(home.Places, Ct));
        Assert.AreEqual("EAS7021", refused.Descriptor.Code);
        StringAssert.Contains(refused.Message, reason);
    }

    [TestMethod]
    public async Task A_name_that_could_change_the_path_is_not_sent()
    {
        using WireStub stub = new(StubAnswer.Json("{}"));
        using AliyunCloud cloud = Open(stub.Settings);
        CloudException refused = await Assert.ThrowsExactlyAsync<CloudException>(() => cloud.Eas.StopServiceAsync("a/../b?x", Ct));

        Assert.AreEqual("EAS7022", refused.Descriptor.Code);
        Assert.AreEqual(0, stub.Requests.Count);
    }

    [TestMethod]
    public async Task Storage_is_listed()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using CliStorageListing storage = new(new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = emulator.Address }, StandIn.Cli);

        Assert.IsTrue((await storage.ListBucketsAsync(Ct)).Contains(new Bucket("yqtest-model", "cn-hangzhou")));
        Assert.IsTrue((await storage.ListFolderAsync("yqtest-model", null, "", 100, Ct)).Contains(new StorageEntry("Qwen3.5-0.8B/", null)));
        Assert.IsTrue((await storage.ListFolderAsync("yqtest-model", null, "Qwen3.5-0.8B/", 100, Ct)).Contains(new StorageEntry("Qwen3.5-0.8B/config.json", null)));
        FolderListing model = await storage.ListObjectsAsync("yqtest-model", null, "Qwen3.5-0.8B/", 100, Ct);
        Assert.AreEqual(1746942568, model.Files.Single(file => file.Path == "model.safetensors").Size);
        Assert.IsFalse(model.IsCut);
        FolderListing cut = await storage.ListObjectsAsync("yqtest-model", null, "", 3, Ct);
        Assert.HasCount(3, cut.Files);
        Assert.IsTrue(cut.IsCut);
        Assert.IsNull(await storage.GetObjectAsync("yqtest-model", null, "Qwen3.5-0.8B/config.json", 9000, Ct));
        CloudException refusal = await Assert.ThrowsExactlyAsync<CloudException>(() => storage.ListFolderAsync("no-such-bucket", null, "", 9, Ct));
        Assert.AreEqual(("EAS7105", "NoSuchBucket"), (refusal.Descriptor.Code, refusal.ErrorCode));
    }

    [TestMethod]
    public async Task Auto_takes_HTTPS_with_credentials_the_CLI_without_and_tells_when_neither()
    {
        CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "tests" };
        using HomeFolder nothing = new();
        using HomeFolder cli = new HomeFolder().Set("PATH", StandIn.Folder);
        using HomeFolder keys = new HomeFolder().Set("ALIBABA_CLOUD_ACCESS_KEY_ID", "i").Set("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s");
        (await AliyunCloud.OpenAsync(settings, TransportChoice.Auto, keys.Places, Ct)).Dispose();
        (await AliyunCloud.OpenAsync(settings, TransportChoice.Auto, cli.Places, Ct)).Dispose();
        (await AliyunCloud.OpenAsync(settings with { Endpoint = new("http://localhost:1") }, TransportChoice.Auto, nothing.Places, Ct)).Dispose();

        Assert.AreEqual("EAS7023", (await RefusedAsync(TransportChoice.Auto, nothing)).Descriptor.Code);
        Assert.AreEqual("EAS7010", (await RefusedAsync(TransportChoice.Https, cli)).Descriptor.Code);
        Assert.AreEqual("EAS7021", (await RefusedAsync(TransportChoice.AliyunCli, keys)).Descriptor.Code);

        Task<CloudException> RefusedAsync(TransportChoice choice, HomeFolder home) =>
            Assert.ThrowsExactlyAsync<CloudException>(() => AliyunCloud.OpenAsync(settings, choice, home.Places, Ct));
    }

    [TestMethod]
    [DataRow("DescribeVSwitches", "describe-vswitches")]
    [DataRow("ListGatewayIntranetLinkedVpc", "list-gateway-intranet-linked-vpc")]
    [DataRow("ServiceName", "service-name")]
    [DataRow("VpcIds.1", "vpc-ids.1")]
    public void Kebab_names_are_derived(string name, string kebab) => Assert.AreEqual(kebab, CliArguments.Kebab(name));

    [TestMethod]
    public async Task The_kebab_form_reaches_the_same_operations()
    {
        using Variable plugins = new("STANDIN_PLUGINS", "1");
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        CloudSettings settings = new() { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = emulator.Address };
        using AliyunCloud cloud = new(settings, new AliyunCliTransport(settings, StandIn.Cli, CliForm.Kebab, chance: () => 0), new CliStorageListing(settings, StandIn.Cli));
        await cloud.CreateServiceAsync(
            """{"metadata":{"name":"my_svc","instance":1},"containers":[{"image":"registry/a:1","port":8000,"script":"run"}],"cloud":{"computing":{"instance_type":"ecs.c7.2xlarge"}}}"""u8.ToArray(),
            "312319",
            new Dictionary<string, string> { ["team"] = "ml" },
            Ct);

        Assert.AreEqual("my_svc", (await cloud.DescribeServiceAsync("my_svc", Ct))!.Name);
        Assert.AreEqual(14, (await cloud.ListWorkspacesAsync(Ct)).Length);
        string vpcId = (await cloud.Vpc.DescribeVpcsAsync(null, Ct)).Single(network => network.Name == "eas-prod").Id;
        Assert.IsNotEmpty(await cloud.Vpc.DescribeVSwitchesAsync(vpcId, null, Ct));
        Assert.IsNotEmpty(await cloud.Ecs.DescribeSecurityGroupsAsync(vpcId, Ct));
        Assert.IsNotEmpty(await cloud.Nlb.ListLoadBalancersAsync(vpcId, Ct));
    }

    private static AliyunCloud Open(CloudSettings settings) =>
        new(settings, new AliyunCliTransport(settings, StandIn.Cli, chance: () => 0), new CliStorageListing(settings, StandIn.Cli));

    /// <summary>A variable of this process for the length of a test: the stand-in inherits it.</summary>
    private sealed class Variable : IDisposable
    {
        private readonly string _name;
        private readonly string? _before;

        public Variable(string name, string value)
        {
            (_name, _before) = (name, Environment.GetEnvironmentVariable(name));
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
    }
}
