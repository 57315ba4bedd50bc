namespace EasDeploy.Build.Tests.Consumers;

/// <summary>Every way to a key, in a real build that signs with it: what was secret is nowhere to be found afterwards.</summary>
[TestClass]
public sealed class CredentialModeTests
{
    private const string Marker = "harmless-marker-7c2d";

    private const string Key =
        """{"Code":"Success","mode":"StsToken","access_key_id":"STS.canaryPrintedId1","access_key_secret":"canaryPrintedSecret1","sts_token":"canaryPrintedToken1"}""";

    private static readonly string[] s_profiles =
        ["plain", "temporary", "role", "chain", "oidc", "address", "program", "login", "bad-program", "bad-address", "bad-role", "bad-oidc"];

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task No_way_to_a_key_leaves_a_trace()
    {
        await using EmulatorHost sts = await EmulatorHost.StartAsync(ct: Ct);
        await using EmulatorHost refusingSts = await EmulatorHost.StartAsync(ct: Ct);
        await using EmulatorHost address = await EmulatorHost.StartAsync(ct: Ct);
        const string Assumed = """{"Credentials":{"AccessKeyId":"STS.canaryAssumedId1","AccessKeySecret":"canaryAssumedSecret1","SecurityToken":"canaryAssumedToken1","Expiration":"2126-01-02T03:04:05Z"}}""";
        sts.AnswerWith("AssumeRole", 200, Assumed, times: 0);
        sts.AnswerWith("AssumeRoleWithOIDC", 200, Assumed, times: 0);
        refusingSts.AnswerWith("AssumeRoleWithOIDC", 400, """{"Code":"AuthenticationFail.OIDCToken.Invalid","Message":"'canaryOidcToken1' is not accepted"}""", times: 0);
        address.AnswerWith("*", 200, """{"Code":"Success","AccessKeyId":"STS.canaryAddressId1","AccessKeySecret":"canaryAddressSecret1","SecurityToken":"canaryAddressToken1"}""", times: 0);
        using ConsumerProject project = Planted(sts.Address, refusingSts.Address, address.Address);

        // A host that cannot exist: each request is signed, and then goes nowhere.
        string[] ask = ["build", "-p:EasCatalogMode=Online", "-p:EasRegion=cn-hangzhou", "-p:EasEndpoint=http://eas.invalid:81"];
        RunResult profiles = await project.DotnetAsync(Ct, [.. ask, "all.proj", "-bl:profiles.binlog;ProjectImports=ZipFile"]);
        int bad = s_profiles.Count(name => name.StartsWith("bad", StringComparison.Ordinal));
        Assert.AreEqual(s_profiles.Length, Count(profiles.Output, "error EAS"), profiles.Output);
        Assert.AreEqual(s_profiles.Length - bad, Count(profiles.Output, "error EAS7002"), profiles.Output);

        List<string> outputs = [profiles.Output];
        File.Delete(project["home/.aliyun/config.json"]);
        outputs.Add(await SignedAsync(project, ask, "token", new()
        {
            ["ALIBABA_CLOUD_CREDENTIALS_URI"] = $"{address.Address}key?secret=canaryUriQuery1",
        }));
        outputs.Add(await SignedAsync(project, ask, "ini", new() { ["ALIBABA_CLOUD_CREDENTIALS_FILE"] = project["home/own.ini"] }));
        RunResult offline = await project.DotnetAsync(Ct, "build", "app.csproj", "--no-restore", "-p:EasCatalogMode=Offline", "-bl:out.binlog;ProjectImports=ZipFile");
        outputs.Add(offline.Succeeds().Output);
        Assert.IsNotEmpty(sts.RequestsOf("AssumeRole"));
        Assert.IsNotEmpty(sts.RequestsOf("AssumeRoleWithOIDC"));
        Traces.AssertNowhere(project, string.Concat(outputs), Marker, ["canary"]);
        foreach (EmulatorHost emulator in new[] { sts, refusingSts, address })
        {
            // The address is the author's own, its query included: what is looked for is what we send.
            Assert.IsFalse(emulator.Requests.Any(request => request.ToString().Replace("canaryUriQuery1", "", StringComparison.Ordinal).Contains("canary", StringComparison.Ordinal)));
        }
    }

    private static ConsumerProject Planted(Uri sts, Uri refusingSts, Uri address)
    {
        ConsumerProject project = new(
            TestPackage.Package, ConsumerProject.GoodService.Replace("/>", $"Script=\"serve {Marker}\" />", StringComparison.Ordinal));
        foreach (string name in new[] { "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY" })
        {
            project.Run.Environment[name] = null;
        }

        string home = project["home"];
        TestPackage.Home.CopySettings(home);
        project.Run.Environment["HOME"] = home;
        project.WriteFile("home/oidc-token", "canaryOidcToken1");
        project.WriteFile("home/key.sh", $"echo '{Key}'\n");
        project.WriteFile("home/bad.sh", "echo canaryPrintedGarbage1; echo canaryPrintedGarbage2 >&2; exit 3\n");
        OwnerOnly(project.WriteFile("home/own.ini", "[default]\ntype=access_key\naccess_key_id=canaryIniId1\naccess_key_secret=canaryIniSecret1\n"));
        OwnerOnly(project.WriteFile("home/.aliyun/config.json", $$"""
            {"current":"plain","profiles":[
              {"name":"plain","mode":"AK","access_key_id":"canaryPlainId1","access_key_secret":"canaryPlainSecret1"},
              {"name":"temporary","mode":"StsToken","access_key_id":"STS.canaryStsId1","access_key_secret":"canaryStsSecret1","sts_token":"canaryStsToken1"},
              {"name":"role","mode":"RamRoleArn","access_key_id":"canaryRoleId1","access_key_secret":"canaryRoleSecret1","ram_role_arn":"acs:ram::1:role/r","sts_endpoint":"{{Base(sts)}}"},
              {"name":"chain","mode":"ChainableRamRoleArn","source_profile":"plain","ram_role_arn":"acs:ram::1:role/r","sts_endpoint":"{{Base(sts)}}"},
              {"name":"oidc","mode":"OIDC","ram_role_arn":"acs:ram::1:role/r","oidc_provider_arn":"acs:p","oidc_token_file":"{{home}}/oidc-token","sts_endpoint":"{{Base(sts)}}"},
              {"name":"address","mode":"CredentialsURI","credentials_uri":"{{address}}key?secret=canaryUriQuery1"},
              {"name":"program","mode":"External","process_command":"sh {{home}}/key.sh"},
              {"name":"login","mode":"CloudSSO","access_key_id":"STS.canaryLoginId1","access_key_secret":"canaryLoginSecret1","sts_token":"canaryLoginToken1","sts_expiration":4102444800},
              {"name":"bad-program","mode":"External","process_command":"sh {{home}}/bad.sh"},
              {"name":"bad-address","mode":"CredentialsURI","credentials_uri":"{{refusingSts}}key?secret=canaryUriQuery1"},
              {"name":"bad-role","mode":"RamRoleArn","access_key_id":"canaryRoleId1","access_key_secret":"canaryRoleSecret1","ram_role_arn":"acs:ram::1:role/r","sts_endpoint":"{{Base(refusingSts)}}"},
              {"name":"bad-oidc","mode":"OIDC","ram_role_arn":"acs:ram::1:role/r","oidc_provider_arn":"acs:p","oidc_token_file":"{{home}}/oidc-token","sts_endpoint":"{{Base(refusingSts)}}"}]}
            """));
        project.WriteFile("all.proj", $"""
            <Project DefaultTargets="Build">
              <ItemGroup>
                <Profile Include="{string.Join(';', s_profiles)}" />
              </ItemGroup>
              <Target Name="Restore">
                <MSBuild Projects="app.csproj" Targets="Restore" />
              </Target>
              <Target Name="Build">
                <MSBuild Projects="app.csproj" Targets="EasValidate" Properties="EasProfile=%(Profile.Identity)" ContinueOnError="ErrorAndContinue" />
              </Target>
            </Project>
            """);
        return project;
    }

    private async Task<string> SignedAsync(ConsumerProject project, string[] ask, string name, Dictionary<string, string> variables)
    {
        foreach ((string variable, string value) in variables)
        {
            project.Run.Environment[variable] = value;
        }

        RunResult run = await project.DotnetAsync(Ct, [.. ask, "app.csproj", "--no-restore", $"-bl:{name}.binlog;ProjectImports=ZipFile"]);
        run.Fails("EAS7002");
        foreach (string variable in variables.Keys)
        {
            project.Run.Environment[variable] = null;
        }

        return run.Output;
    }

    // What stands behind 'Build FAILED' says it all again.
    private static int Count(string text, string part) =>
        text.Split("Build FAILED")[0].Split('\n').Count(line => line.Contains(part, StringComparison.Ordinal));

    private static string Base(Uri address) => address.AbsoluteUri.TrimEnd('/');

    private static void OwnerOnly(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
