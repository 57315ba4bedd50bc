using System.Runtime.Versioning;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Credentials;

[TestClass]
public sealed class CredentialChainTests
{
    private const string TwoProfiles =
        """
        {"current":"work","profiles":[
          {"name":"default","mode":"AK","access_key_id":"canaryId1","access_key_secret":"canarySecret1","region_id":"cn-beijing"},
          {"name":"work","mode":"StsToken","access_key_id":"canaryId2","access_key_secret":"canarySecret2","sts_token":"canaryToken2","region_id":"cn-shanghai"}]}
        """;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task The_environment_comes_first()
    {
        using HomeFolder home = new HomeFolder().Config(TwoProfiles)
            .Set("ALIBABA_CLOUD_ACCESS_KEY_ID", "envId").Set("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "envSecret").Set("ALIBABA_CLOUD_SECURITY_TOKEN", "envToken");
        CredentialSource source = CredentialChain.Find(null, home.Places).OrThrow();

        Assert.AreEqual(new AccessKey("envId", new("envSecret"), new("envToken")), await source.GetAsync(false, TestContext.CancellationToken));
        Assert.AreEqual("environment variables ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET", source.Origin);
    }

    [TestMethod]
    [DataRow(null, null, "canaryId2", "canaryToken2")]
    [DataRow("default", null, "canaryId1", "")]
    [DataRow(null, "default", "canaryId1", "")]
    [DataRow("work", "default", "canaryId2", "canaryToken2")]
    public async Task A_profile_is_named_by_argument_then_variable_then_file(string? argument, string? variable, string id, string token)
    {
        using HomeFolder home = new HomeFolder().Config(TwoProfiles).Set("ALIBABA_CLOUD_PROFILE", variable ?? "");
        CredentialSource source = CredentialChain.Find(argument, home.Places).OrThrow();
        AccessKey key = await source.GetAsync(false, TestContext.CancellationToken);

        Assert.AreEqual((id, token), (key.Id, key.SecurityToken.Reveal()));
    }

    [TestMethod]
    public async Task A_profile_asked_for_by_name_wins_over_the_environment()
    {
        using HomeFolder home = new HomeFolder().Config(TwoProfiles)
            .Set("ALIBABA_CLOUD_ACCESS_KEY_ID", "envId").Set("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "envSecret");

        Assert.AreEqual(
            "canaryId1", (await CredentialChain.Find("default", home.Places).OrThrow().GetAsync(false, TestContext.CancellationToken)).Id);
    }

    [TestMethod]
    public void Each_place_tells_why_it_gave_nothing()
    {
        using HomeFolder home = new HomeFolder().Set("ALIBABA_CLOUD_ACCESS_KEY_ID", "canaryId");
        CredentialSearch search = CredentialChain.Find(null, home.Places);
        CloudException missing = Assert.ThrowsExactly<CloudException>(() => search.OrThrow());

        Assert.AreEqual("EAS7010", missing.Descriptor.Code);
        StringAssert.Contains(missing.Message, "ALIBABA_CLOUD_ACCESS_KEY_SECRET is not");
        StringAssert.Contains(missing.Message, $"{home.ConfigFile}: no such file");
        Assert.AreEqual(missing.Message.Split("\n  ").Length - 1, search.LookedAt.Length);
        Assert.IsFalse(missing.ToString().Contains("canary", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("""{"current":"default","profiles":[{"name":"default","mode":"AK","access_key_id":"","access_key_secret":""}]}""", "is empty")]
    [DataRow("""{"profiles":[{"name":"a"},{"name":"b"}]}""", "no current profile (it has a, b)")]
    [DataRow("""{"current":"gone","profiles":[]}""", "no profile 'gone' (it has none)")]
    [DataRow("{}", "no current profile")]
    public void A_file_without_a_key_is_no_failure(string config, string reason)
    {
        using HomeFolder home = new HomeFolder().Config(config);
        CredentialSearch search = CredentialChain.Find(null, home.Places);

        Assert.IsNull(search.Unusable);
        StringAssert.Contains(search.LookedAt.Single(place => place.StartsWith(home.ConfigFile, StringComparison.Ordinal)), reason);
    }

    [TestMethod]
    [DataRow(null, """{"current":"p","profiles":[{"name":"p","mode":"NoSuchMode","access_key_secret":"canary"}]}""", "mode NoSuchMode")]
    [DataRow(null, """{"current":"p","profiles":[{"name":"p","mode":"StsToken","access_key_id":"i","access_key_secret":"canary"}]}""", "lacks sts_token")]
    [DataRow("p", """{"profiles":[{"name":"p","mode":"AK"}]}""", "lacks access_key_id, access_key_secret")]
    [DataRow("q", """{"profiles":[{"name":"p"}]}""", "no profile 'q' (it has p)")]
    [DataRow(null, """{"current":"p","access_key_secret":"canary" oops""", "no JSON (line 1)")]
    [DataRow("q", null, "no such file")]
    public void A_place_meant_to_give_a_key_that_cannot_is_told(string? profile, string? config, string wrong)
    {
        using HomeFolder home = new();
        if (config is not null)
        {
            home.Config(config);
        }

        CloudException unusable = Assert.ThrowsExactly<CloudException>(() => CredentialChain.Find(profile, home.Places).OrThrow());

        Assert.AreEqual("EAS7011", unusable.Descriptor.Code);
        StringAssert.Contains(unusable.Message, wrong);
        StringAssert.Contains(unusable.Message, home.ConfigFile);
        Assert.IsFalse(unusable.ToString().Contains("canary", StringComparison.Ordinal));
    }

    [TestMethod]
    public void The_profile_file_can_be_switched_off()
    {
        using HomeFolder home = new HomeFolder().Config(TwoProfiles).Set("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "TRUE");

        Assert.IsNull(CredentialChain.Find(null, home.Places).Source);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_others_can_read_is_a_warning()
    {
        using HomeFolder home = new HomeFolder().Config(TwoProfiles);
        Assert.AreEqual(0, CredentialChain.Find(null, home.Places).Findings.Length);
        File.SetUnixFileMode(home.ConfigFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Diagnostic warning = CredentialChain.Find(null, home.Places).Findings.Single();
        Assert.AreEqual(("EAS7015", Severity.Warning), (warning.Code, warning.Severity));
    }

    [TestMethod]
    [DataRow(null, null, "cn-shanghai")]
    [DataRow("default", null, "cn-beijing")]
    [DataRow("default", "cn-hongkong", "cn-hongkong")]
    [DataRow("none", null, null)]
    public void A_region_comes_from_the_variable_then_the_profile(string? profile, string? variable, string? region)
    {
        using HomeFolder home = new HomeFolder().Config(TwoProfiles).Set("ALIBABA_CLOUD_REGION_ID", variable ?? "");

        Assert.AreEqual(region, RegionLookup.Find(profile, home.Places)?.Region);
    }

    [TestMethod]
    public void A_broken_file_says_no_region()
    {
        using HomeFolder home = new HomeFolder().Config("oops");

        Assert.IsNull(RegionLookup.Find(null, home.Places));
    }

    [TestMethod]
    public void On_loopback_no_credentials_are_looked_for()
    {
        CredentialPlaces trap = new(name => throw new InvalidOperationException(name), "/nowhere");
        using AliyunCloud cloud = AliyunCloud.Open(
            new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = new("http://localhost:1") }, trap);

        Assert.IsNotNull(cloud.Eas);
    }

    [TestMethod]
    [DataRow("vpc", true)]
    [DataRow("VPC", true)]
    [DataRow("public", false)]
    [DataRow("", false)]
    public void The_environment_asks_for_the_hosts_inside_a_VPC(string type, bool inside)
    {
        using HomeFolder home = new HomeFolder().Set("ALIBABA_CLOUD_ENDPOINT_TYPE", type);
        CloudSettings settings = new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests" }.For(home.Places);

        Assert.AreEqual(
            inside ? "pai-eas-manage-vpc.cn-hangzhou.aliyuncs.com" : "pai-eas.cn-hangzhou.aliyuncs.com",
            new Aliyun.Hosts.ServiceHosts(settings).BaseAddress(Aliyun.Requests.ApiProduct.Eas).Host);
    }
}
