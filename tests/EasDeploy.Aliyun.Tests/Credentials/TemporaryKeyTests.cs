using System.Text;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Aliyun.Tests.Wire;
using EasDeploy.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace EasDeploy.Aliyun.Tests.Credentials;

/// <summary>Every way to a temporary key, over real HTTP and with real programs.</summary>
[TestClass]
public sealed class TemporaryKeyTests
{
    private const string Key = """{"Code":"Success","AccessKeyId":"STS.id","AccessKeySecret":"canarySecret","SecurityToken":"canaryToken","Expiration":"2126-01-02T03:04:05Z"}""";
    private static readonly string Assumed = $$"""{"Credentials":{{Key}} }""";

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    [DataRow("""{"mode":"RamRoleArn","access_key_id":"i","access_key_secret":"canary","ram_role_arn":"acs:r","ram_session_name":"s","expired_seconds":900,"external_id":"x"}""",
        "AssumeRole", "DurationSeconds=900&ExternalId=x&RoleArn=acs%3Ar&RoleSessionName=s")]
    [DataRow("""{"access_key_id":"i","access_key_secret":"canary","ram_role_arn":"acs:r"}""",
        "AssumeRole", "DurationSeconds=3600&RoleArn=acs%3Ar&RoleSessionName=easdeploy")]
    [DataRow("""{"mode":"ChainableRamRoleArn","source_profile":"base","ram_role_arn":"acs:r"}""",
        "AssumeRole", "DurationSeconds=3600&RoleArn=acs%3Ar&RoleSessionName=easdeploy")]
    public async Task A_profile_assumes_its_role(string profile, string action, string form)
    {
        using WireStub sts = new(StubAnswer.Json(Assumed));
        using HomeFolder home = WithProfile(profile, sts);
        AccessKey key = await CredentialChain.Find("p", home.Places).OrThrow().GetAsync(false, Ct);

        Assert.AreEqual(("STS.id", "canarySecret", "canaryToken"), (key.Id, key.KeySecret.Reveal(), key.SecurityToken.Reveal()));
        StubRequest request = sts.Requests.Single();
        Assert.AreEqual(action, request.Headers["x-acs-action"]);
        Assert.AreEqual(form, Encoding.ASCII.GetString(request.Body));
        Assert.IsFalse(request.Everything.Contains("canary", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_token_file_assumes_a_role_unsigned(bool fromEnvironment)
    {
        using WireStub sts = new(StubAnswer.Json(Assumed));
        using HomeFolder home = new() { Service = sts.Address };
        string file = Path.Combine(home.Path, "token");
        home.Write(file, "oidc.token\n");
        if (fromEnvironment)
        {
            home.Set("ALIBABA_CLOUD_ROLE_ARN", "acs:r").Set("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "acs:p").Set("ALIBABA_CLOUD_OIDC_TOKEN_FILE", file);
        }
        else
        {
            home.Config($$"""{"current":"p","profiles":[{"name":"p","mode":"OIDC","ram_role_arn":"acs:r","oidc_provider_arn":"acs:p","oidc_token_file":"{{file}}"}]}""");
        }

        Assert.AreEqual("STS.id", (await CredentialChain.Find(null, home.Places).OrThrow().GetAsync(false, Ct)).Id);
        Assert.IsFalse(sts.Requests.Single().Headers.ContainsKey("authorization"));
        Assert.AreEqual(
            "DurationSeconds=3600&OIDCProviderArn=acs%3Ap&OIDCToken=oidc.token&RoleArn=acs%3Ar&RoleSessionName=easdeploy",
            Encoding.ASCII.GetString(sts.Requests.Single().Body));
    }

    [TestMethod]
    [DataRow("""{"mode":"EcsRamRole"}""", "role-of-instance")]
    [DataRow("""{"mode":"EcsRamRole","ram_role_name":"named"}""", "named")]
    public async Task An_instance_gives_the_key_of_its_role(string profile, string role)
    {
        using WireStub metadata = new(request => request switch
        {
            { Method: "PUT", Path: "/latest/api/token" } => StubAnswer.Json("session"),
            { Path: "/latest/meta-data/ram/security-credentials/" } => StubAnswer.Json("role-of-instance"),
            _ when request.Headers["x-aliyun-ecs-metadata-token"] == "session" => StubAnswer.Json(Key),
            _ => StubAnswer.Json("no", 403),
        });
        using HomeFolder home = WithProfile(profile, metadata);

        Assert.AreEqual("STS.id", (await CredentialChain.Find("p", home.Places).OrThrow().GetAsync(false, Ct)).Id);
        Assert.AreEqual($"/latest/meta-data/ram/security-credentials/{role}", metadata.Requests[^1].Target);
    }

    [TestMethod]
    public async Task Without_a_session_token_an_instance_is_asked_the_old_way_unless_forbidden()
    {
        using WireStub metadata = new(request => request.Method == "PUT" ? StubAnswer.Json("no", 404) : StubAnswer.Json(Key));
        using HomeFolder home = new HomeFolder { Service = metadata.Address }.Set("ALIBABA_CLOUD_ECS_METADATA", "named");
        Assert.AreEqual("STS.id", (await CredentialChain.Find(null, home.Places).OrThrow().GetAsync(false, Ct)).Id);

        home.Set("ALIBABA_CLOUD_IMDSV1_DISABLED", "true");
        CloudException refused = await FailAsync(home, null);
        StringAssert.Contains(refused.Message, "ALIBABA_CLOUD_IMDSV1_DISABLED");
    }

    [TestMethod]
    public async Task A_machine_that_is_no_instance_is_told()
    {
        using HomeFolder home = new HomeFolder().Set("ALIBABA_CLOUD_ECS_METADATA", "named");
        CloudException refused = await FailAsync(home, null);

        Assert.AreEqual("EAS7011", refused.Descriptor.Code);
        StringAssert.Contains(refused.Message, "metadata service at 127.0.0.1:1 does not answer");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task An_address_gives_a_key(bool fromEnvironment)
    {
        using WireStub service = new(StubAnswer.Json(Key));
        using HomeFolder home = WithProfile($$"""{"mode":"CredentialsURI","credentials_uri":"{{service.Address}}key?secret=canary"}""", service)
            .Set("ALIBABA_CLOUD_CREDENTIALS_URI", $"{service.Address}key?secret=canary");
        CredentialSource source = CredentialChain.Find(fromEnvironment ? null : "p", home.Places).OrThrow();

        Assert.AreEqual("STS.id", (await source.GetAsync(false, Ct)).Id);
        Assert.IsFalse(source.ToString().Contains("canary", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow(200, """{"Code":"Failed","AccessKeyId":"canary","AccessKeySecret":"canary"}""", "refusal")]
    [DataRow(200, """{"AccessKeyId":"canary"}""", "lacks")]
    [DataRow(200, "canary", "no JSON")]
    [DataRow(500, "canary", "HTTP 500")]
    public async Task An_address_that_gives_no_key_is_told(int status, string body, string reason)
    {
        using WireStub service = new(StubAnswer.Json(body, status));
        using HomeFolder home = new HomeFolder().Set("ALIBABA_CLOUD_CREDENTIALS_URI", $"{service.Address}?secret=canary");
        CloudException refused = await FailAsync(home, null);

        Assert.AreEqual("EAS7011", refused.Descriptor.Code);
        StringAssert.Contains(refused.Message, reason);
        Assert.IsFalse(refused.ToString().Contains("canary", StringComparison.Ordinal), refused.ToString());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task A_program_gives_a_key()
    {
        using HomeFolder home = new();
        home.Write(Path.Combine(home.Path, "my key.sh"), """echo '{"mode":"StsToken","access_key_id":"'$1'","access_key_secret":"s","sts_token":"t"}'""");
        home.Config($$"""{"profiles":[{"name":"p","mode":"External","process_command":"sh '{{home.Path}}/my key.sh' \"a b\""}]}""");
        AccessKey key = await CredentialChain.Find("p", home.Places).OrThrow().GetAsync(false, Ct);

        Assert.AreEqual(("a b", "s", "t"), (key.Id, key.KeySecret.Reveal(), key.SecurityToken.Reveal()));
        home.Set("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS", "1");
        StringAssert.Contains((await FailAsync(home, "p")).Message, "ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("sh -c 'echo canary; exit 3'", "exit code 3")]
    [DataRow("sh -c 'echo canary'", "no JSON")]
    [DataRow("no-such-program-anywhere x", "cannot be started")]
    [DataRow("  ", "lacks process_command")]
    public async Task A_program_that_gives_no_key_is_told(string command, string reason)
    {
        using HomeFolder home = new();
        home.Config($$"""{"profiles":[{"name":"p","mode":"External","process_command":"{{command}}"}]}""");
        CloudException refused = await FailAsync(home, "p");

        Assert.AreEqual("EAS7011", refused.Descriptor.Code);
        StringAssert.Contains(refused.Message, reason);
        Assert.IsFalse(refused.ToString().Contains("canary", StringComparison.Ordinal), refused.ToString());
    }

    [TestMethod]
    [DataRow("a  b", "a|b")]
    [DataRow("""a "b c" 'd "e"' f\ g "\"" """, "a|b c|d \"e\"|f g|\"")]
    [DataRow("''", "")]
    public void A_command_is_split_like_a_shell_does(string command, string words) =>
        Assert.AreEqual(words, string.Join('|', ProcessCredentials.Split(command)));

    [TestMethod]
    public async Task A_browser_login_is_used_while_it_lasts()
    {
        FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(1000));
        const string Profile = """{"name":"p","mode":"CloudSSO","access_key_id":"i","access_key_secret":"s","sts_token":"t","sts_expiration":2000}""";
        using HomeFolder home = new HomeFolder { Clock = clock }.Config($$"""{"profiles":[{{Profile}}]}""");
        Assert.AreEqual("i", (await CredentialChain.Find("p", home.Places).OrThrow().GetAsync(false, Ct)).Id);
        clock.Advance(TimeSpan.FromSeconds(1000));

        StringAssert.Contains((await FailAsync(home, "p")).Message, "has ended");
    }

    [TestMethod]
    [DataRow("""{"mode":"ChainableRamRoleArn","source_profile":"p","ram_role_arn":"acs:r"}""", "leads back to itself")]
    [DataRow("""{"mode":"ChainableRamRoleArn","source_profile":"none","ram_role_arn":"acs:r"}""", "source_profile 'none' does not exist")]
    [DataRow("""{"mode":"RamRoleArn","access_key_id":"i","access_key_secret":"canary"}""", "lacks ram_role_arn")]
    [DataRow("""{"mode":"OIDC","ram_role_arn":"r"}""", "lacks oidc_provider_arn, oidc_token_file")]
    [DataRow("""{"mode":"OIDC","ram_role_arn":"r","oidc_provider_arn":"p","oidc_token_file":"/no/such/file"}""", "/no/such/file cannot be read")]
    [DataRow("""{"mode":"CredentialsURI","credentials_uri":"file:///canary"}""", "no http or https address")]
    [DataRow("""{"mode":"BearerToken","bearer_token":"canary"}""", "mode BearerToken")]
    public async Task What_a_mode_lacks_is_told_by_name(string profile, string reason)
    {
        using HomeFolder home = WithProfile(profile, null);
        CloudException refused = await FailAsync(home, "p");

        Assert.AreEqual("EAS7011", refused.Descriptor.Code);
        StringAssert.Contains(refused.Message, reason);
        Assert.IsFalse(refused.ToString().Contains("canary", StringComparison.Ordinal), refused.ToString());
    }

    [TestMethod]
    [DataRow("[default]\n; comment\ntype = access_key\naccess_key_id=ini\naccess_key_secret = a=b\n", "ini")]
    [DataRow("[other]\ntype=x\n[default]\ntype=ram_role_arn\naccess_key_id=i\naccess_key_secret=s\nrole_arn=acs:r\n", "STS.id")]
    [DataRow("[default]\ntype=ecs_ram_role\nrole_name=r\n", "STS.id")]
    public async Task The_libraries_own_file_is_read(string text, string id)
    {
        using WireStub service = new(request => StubAnswer.Json(request.Method == "POST" ? Assumed : Key));
        using HomeFolder home = new() { Service = service.Address };
        home.Write(Path.Combine(home.Path, ".alibabacloud", "credentials.ini"), text);

        Assert.AreEqual(id, (await CredentialChain.Find(null, home.Places).OrThrow().GetAsync(false, Ct)).Id);
    }

    [TestMethod]
    [DataRow("[default]\ntype=access_key\naccess_key_id=i\n", "lacks access_key_secret")]
    [DataRow("[default]\ntype=rsa_key_pair\n", "type 'rsa_key_pair'")]
    public async Task A_section_that_lacks_something_is_told(string text, string reason)
    {
        using HomeFolder home = new();
        string file = Path.Combine(home.Path, "own.ini");
        home.Write(file, text).Set("ALIBABA_CLOUD_CREDENTIALS_FILE", file);

        StringAssert.Contains((await FailAsync(home, null)).Message, reason);
    }

    [TestMethod]
    public async Task A_key_is_fetched_once_and_renewed_before_it_ends()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        int fetched = 0;
        using WireStub service = new(_ => StubAnswer.Json(
            $$"""{"AccessKeyId":"k{{Interlocked.Increment(ref fetched)}}","AccessKeySecret":"s","Expiration":"{{clock.GetUtcNow().AddHours(1):O}}"}"""));
        using HomeFolder home = new HomeFolder { Clock = clock }.Set("ALIBABA_CLOUD_CREDENTIALS_URI", service.Address.AbsoluteUri);
        CredentialSource source = CredentialChain.Find(null, home.Places).OrThrow();
        AccessKey[] first = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => source.GetAsync(false, Ct).AsTask()));

        CollectionAssert.AreEqual(Enumerable.Repeat("k1", 8).ToArray(), first.Select(key => key.Id).ToArray());
        clock.Advance(TimeSpan.FromMinutes(54));
        Assert.AreEqual("k1", (await source.GetAsync(false, Ct)).Id);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.AreEqual("k2", (await source.GetAsync(false, Ct)).Id);
        Assert.AreEqual("k3", (await source.GetAsync(renew: true, Ct)).Id);
    }

    private static HomeFolder WithProfile(string profile, WireStub? service) => new HomeFolder { Service = service?.Address }.Config(
        $$"""
        {"profiles":[
          {"name":"base","mode":"AK","access_key_id":"i","access_key_secret":"s"},
          {"name":"p",{{profile[1..]}}]}
        """);

    private async Task<CloudException> FailAsync(HomeFolder home, string? profile) => await Assert.ThrowsExactlyAsync<CloudException>(
        async () => await CredentialChain.Find(profile, home.Places).OrThrow().GetAsync(false, Ct));
}
