using System.Text.Json;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Tool.Doctoring;
using Microsoft.Extensions.Time.Testing;

namespace EasDeploy.Tool.Tests.Doctoring;

[TestClass]
public sealed class DoctorTests
{
    private const string Denied = """{"Code":"NoPermission","Message":"You are not authorized","RequestId":"R-1"}""";

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Everything_is_good_at_an_emulator()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        ToolRun run = await region.EasAsync(Ct, "doctor");
        string[] lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.AreEqual(0, run.ExitCode, run.Out);
        Assert.IsGreaterThan(10, lines.Length);
        Assert.IsTrue(lines.All(line => line.StartsWith("✅ ", StringComparison.Ordinal)), run.Out);
        StringAssert.Contains(run.Out, "✅ Credentials: the emulator's test keys; real ones are not looked at\n");
        StringAssert.Contains(run.Out, "✅ Region: cn-hangzhou (the emulator's own)\n");
        StringAssert.Matches(run.Out, new("\n✅ Clock: [0-9]+ s off\n"));
        Assert.IsTrue(region.Host.Requests.All(request => request.Method is "GET" or "POST"), "a doctor changes nothing");
    }

    [TestMethod]
    public async Task A_missing_permission_comes_with_the_line_of_the_policy()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        region.Host.AnswerWith("ListImages", 403, Denied);
        region.Host.AnswerWith("ListGateway", 403, Denied);
        ToolRun run = await region.EasAsync(Ct, "doctor");

        Assert.AreEqual(1, run.ExitCode);
        StringAssert.Contains(
            run.Out,
            "❌ Permission paiimage:ListImages: denied; it is needed to choose images\n   Add to the RAM policy: {\"Effect\":\"Allow\",\"Action\":[\"paiimage:ListImages\"],\"Resource\":\"*\"}.\n");
        StringAssert.Contains(run.Out, "⚠️ Permission eas:ListGateway: denied; it is needed for dedicated gateways\n");
    }

    [TestMethod]
    public async Task The_policy_has_every_action_that_the_product_calls()
    {
        // Every operation of a client is one file; an action is asked for by its name.
        string clients = Path.Combine(Repository.Root, "src", "EasDeploy.Aliyun");
        string[] called =
        [
            .. Directory.GetFiles(Path.Combine(clients, "Eas")).Select(file => "eas:" + Path.GetFileNameWithoutExtension(file)),
            .. Directory.GetFiles(Path.Combine(clients, "AIWorkSpace"), "*Image*.cs").Select(file => "paiimage:" + Path.GetFileNameWithoutExtension(file)),
            .. Directory.GetFiles(Path.Combine(clients, "AIWorkSpace"), "*Dataset*.cs").Select(file => "paidataset:" + Path.GetFileNameWithoutExtension(file)),
        ];
        string[] noAction = ["eas:DescribeMachineSpec", "eas:RestartService", "eas:EasClient", "eas:ServiceBody", "eas:AutoScaler", "eas:CronScaler"];
        string[] told = [.. PermissionProbe.All.Select(probe => probe.Action), .. PermissionProbe.Untried];
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        string shown = (await region.EasAsync(Ct, "doctor")).Out;

        Assert.IsGreaterThan(25, called.Length);
        CollectionAssert.IsSubsetOf(called.Except(noAction).ToArray(), told);
        Assert.IsTrue(told.All(action => shown.Contains(action, StringComparison.Ordinal)), shown);
    }

    [TestMethod]
    public async Task Nobody_there_is_said_once()
    {
        ToolRun run = await ToolRun.RunAsync(Ct, "doctor", "--endpoint", "http://127.0.0.1:1", "-o", "json");
        JsonElement[] checks = [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("checks").EnumerateArray()];
        JsonElement last = checks[^1];

        Assert.AreEqual(1, run.ExitCode);
        Assert.AreEqual(("Network", "bad"), (last.GetProperty("name").GetString(), last.GetProperty("state").GetString()));
        StringAssert.StartsWith(last.GetProperty("text").GetString(), "127.0.0.1:1 does not answer: ");
        Assert.HasCount(1, checks.Where(check => check.GetProperty("state").GetString() == "bad"));
    }

    [TestMethod]
    [DataRow(0, " s off", "Good")]
    [DataRow(-20, " min slow", "Bad")]
    [DataRow(20, " min fast", "Bad")]
    public async Task A_clock_that_is_off_is_told(int minutes, string text, string state)
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        CloudSettings settings = new() { Region = "cn-hangzhou", Endpoint = region.Host.Address, UserAgent = "" };
        CheckUp check = await CloudCheck.ClockAsync(settings, new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(minutes)), Ct);

        StringAssert.Contains(check.Text, text);
        Assert.AreEqual(state, check.State.ToString());
    }

    [TestMethod]
    public void Credentials_are_told_by_their_source_only()
    {
        CheckUp check = AccessCheck.Credentials(Access(), Places(("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI-visible"), ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "top-secret"))).Single();

        Assert.AreEqual(CheckState.Good, check.State);
        StringAssert.Contains(check.Text, "ALIBABA_CLOUD_ACCESS_KEY_ID");
        Assert.DoesNotContain("LTAI-visible", check.ToString());
        Assert.DoesNotContain("top-secret", check.ToString());
    }

    [TestMethod]
    public void No_credentials_and_no_region_are_bad_and_say_what_to_set()
    {
        CheckUp credentials = AccessCheck.Credentials(Access(), Places()).Single();
        CheckUp region = AccessCheck.Region(Access(), Places());
        CheckUp found = AccessCheck.Region(Access(), Places(("ALIBABA_CLOUD_REGION_ID", "cn-beijing")));

        Assert.AreEqual((CheckState.Bad, CheckState.Bad, CheckState.Good), (credentials.State, region.State, found.State));
        StringAssert.Contains(credentials.Repair, "aliyun configure");
        StringAssert.Contains(region.Repair, "--region cn-hangzhou");
        Assert.AreEqual("cn-beijing (ALIBABA_CLOUD_REGION_ID)", found.Text);
    }

    [TestMethod]
    public async Task The_CLI_is_needed_only_when_it_is_asked_for()
    {
        CheckUp free = await MachineCheck.CliAsync(Access(), Places(), Ct);
        CheckUp asked = await MachineCheck.CliAsync(Access() with { Transport = TransportChoice.AliyunCli }, Places(), Ct);

        Assert.AreEqual((CheckState.Good, CheckState.Bad), (free.State, asked.State));
    }

    [TestMethod]
    public async Task A_host_without_an_SDK_is_a_warning()
    {
        CheckUp none = await MachineCheck.SdkAsync(Path.Combine(Path.GetTempPath(), "no-such-dotnet"), Ct);
        CheckUp real = await MachineCheck.SdkAsync(EmulatorProgram.DotnetHost, Ct);

        Assert.AreEqual((CheckState.Warning, CheckState.Good), (none.State, real.State));
    }

    [TestMethod]
    public void Plugins_are_read_from_their_manifest()
    {
        using TempFolder folder = new();
        CredentialPlaces places = Places(("ALIBABA_CLOUD_CLI_PLUGINS_DIR", folder.Path));
        StringAssert.StartsWith(MachineCheck.Plugins(places), "plugins are not needed");
        folder.Write("manifest.json", """{"plugins":{"aliyun-cli-eas":{},"aliyun-cli-aiworkspace":{}}}""");

        Assert.AreEqual("plugins eas and aiworkspace installed", MachineCheck.Plugins(places));
    }

    private static CloudAccess Access() => new("", "", "", "", TransportChoice.Auto, false, "", "");

    private static CredentialPlaces Places(params (string Name, string Value)[] variables) => new(
        name => variables.FirstOrDefault(variable => variable.Name == name).Value, Path.Combine(Path.GetTempPath(), "no-such-home"));
}
