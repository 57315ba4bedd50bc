namespace EasDeploy.Build.Tests.Consumers;

[TestClass]
public sealed class BuildTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_build_without_a_cloud_writes_the_config_and_says_what_it_did_not_check()
    {
        using ConsumerProject project = new(TestPackage.Package);
        RunResult build = await project.DotnetAsync(Ct, "build");

        build.Succeeds();
        Golden.Check(await File.ReadAllBytesAsync(project["bin/Debug/net10.0/eas/qwen_chat/eas_service.json"], Ct), "Golden/offline-config.json");
        Assert.ContainsSingle(build.Lines().Where(line => line.Contains("EAS8008", StringComparison.Ordinal)), build.Output);
        build.Says("0 Warning(s)");
    }

    [TestMethod]
    public async Task A_build_that_changes_nothing_asks_and_writes_nothing()
    {
        await using EmulatorHost cloud = await EmulatorHost.StartAsync(ct: Ct);
        using ConsumerProject project = new(TestPackage.Package);
        string endpoint = "-p:EasEndpoint=" + cloud.Address;
        string config = project["bin/Debug/net10.0/eas/qwen_chat/eas_service.json"];

        (await project.DotnetAsync(Ct, "build", endpoint)).Succeeds();
        Golden.Check(await File.ReadAllBytesAsync(config, Ct), "Golden/config.json");
        Assert.IsNotEmpty(cloud.RequestsOf("ListImages"));
        int asked = cloud.Requests.Count;
        DateTime written = File.GetLastWriteTimeUtc(config);

        RunResult again = await project.DotnetAsync(Ct, "build", endpoint, "--no-restore", "-v:n");
        again.Succeeds().Says("Skipping target \"_EasQueryCatalog\"").Says("Skipping target \"EasGenerateConfig\"");
        Assert.HasCount(asked, cloud.Requests);
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(config));

        string expiry = project["obj/Debug/net10.0/eas/catalog.expires"];
        string goodUntil = await File.ReadAllTextAsync(expiry, Ct);
        await File.WriteAllTextAsync(expiry, "1", Ct);
        (await project.DotnetAsync(Ct, "build", endpoint, "--no-restore")).Succeeds();
        Assert.AreEqual(goodUntil, await File.ReadAllTextAsync(expiry, Ct), "an answer too old is asked for again, here from what is kept for all projects");
        Assert.HasCount(asked, cloud.Requests);

        File.Delete(config);
        (await project.DotnetAsync(Ct, "build", endpoint, "--no-restore")).Succeeds();
        Assert.IsTrue(File.Exists(config), "a deleted config comes back");
        Assert.HasCount(asked, cloud.Requests);

        project.Write("app.csproj", ConsumerProject.GoodService.Replace("/>", "Script=\"serve --fast\" />", StringComparison.Ordinal));
        (await project.DotnetAsync(Ct, "build", endpoint, "--no-restore")).Succeeds();
        StringAssert.Contains(await File.ReadAllTextAsync(config, Ct), "serve --fast");
        Assert.HasCount(asked, cloud.Requests);

        RunResult elsewhere = await project.DotnetAsync(Ct, "build", endpoint, "--no-restore", "-p:EasRegion=cn-shanghai");
        elsewhere.Succeeds();
        Assert.IsGreaterThan(asked, cloud.Requests.Count, "another region is another catalog");
    }

    [TestMethod]
    public async Task A_warning_stays_until_it_is_mended()
    {
        await using EmulatorHost cloud = await EmulatorHost.StartAsync(ct: Ct);
        using ConsumerProject project = new(
            TestPackage.Package, """<EasService Include="llama" Image="sglang:v0.5.17" InstanceType="ecs.c7.4xlarge" Model="oss://yqtest-model/llama-7b/" />""");
        string endpoint = "-p:EasEndpoint=" + cloud.Address;

        RunResult first = await project.DotnetAsync(Ct, "build", endpoint);
        RunResult second = await project.DotnetAsync(Ct, "build", endpoint, "--no-restore");
        RunResult third = await project.DotnetAsync(Ct, "build", endpoint, "--no-restore", "-v:n");
        string warning = first.Succeeds().Lines().First(line => line.Contains("warning EAS3901", StringComparison.Ordinal));
        StringAssert.Contains(warning, "app.csproj(8,");
        second.Succeeds().Says(warning);
        third.Succeeds().Says(warning[warning.IndexOf("app.csproj", StringComparison.Ordinal)..]).Says("Skipping target \"EasGenerateConfig\"");

        project.Write("app.csproj",
            """<EasService Include="llama" Image="sglang:v0.5.17" InstanceType="ecs.gn7i-c16g1.4xlarge" Model="oss://yqtest-model/llama-7b/" />""");
        (await project.DotnetAsync(Ct, "build", endpoint, "--no-restore")).Succeeds().DoesNotSay("EAS3901");
        (await project.DotnetAsync(Ct, "build", endpoint, "--no-restore")).Succeeds().DoesNotSay("EAS3901").Says("0 Warning(s)");
    }

    [TestMethod]
    public async Task A_service_that_is_gone_leaves_no_config_and_Clean_leaves_nothing()
    {
        string other = ConsumerProject.GoodService.Replace("qwen_chat", "other_chat", StringComparison.Ordinal);
        using ConsumerProject project = new(TestPackage.Package, ConsumerProject.GoodService + other);
        (await project.DotnetAsync(Ct, "build")).Succeeds();
        Assert.IsTrue(File.Exists(project["bin/Debug/net10.0/eas/other_chat/eas_service.json"]));

        project.Write("app.csproj", ConsumerProject.GoodService);
        (await project.DotnetAsync(Ct, "build", "--no-restore")).Succeeds();
        Assert.IsFalse(File.Exists(project["bin/Debug/net10.0/eas/other_chat/eas_service.json"]));
        Assert.IsTrue(File.Exists(project["bin/Debug/net10.0/eas/qwen_chat/eas_service.json"]));
        Assert.IsTrue(Directory.Exists(project["obj/Debug/net10.0/eas"]));

        (await project.DotnetAsync(Ct, "clean")).Succeeds();
        Assert.IsFalse(Directory.Exists(project["bin/Debug/net10.0/eas"]));
        Assert.IsFalse(Directory.Exists(project["obj/Debug/net10.0/eas"]));
    }

    [TestMethod]
    public async Task Clean_leaves_the_authors_own_files_in_a_folder_he_chose()
    {
        using ConsumerProject project = new(TestPackage.Package, properties: "<EasOutputPath>deploy/</EasOutputPath>");
        string notes = project.WriteFile("deploy/qwen_chat/notes.md", "keep me");
        (await project.DotnetAsync(Ct, "build")).Succeeds();
        Assert.IsTrue(File.Exists(project["deploy/qwen_chat/eas_service.json"]));

        (await project.DotnetAsync(Ct, "clean")).Succeeds();
        Assert.IsTrue(File.Exists(notes));
        Assert.IsFalse(File.Exists(project["deploy/qwen_chat/eas_service.json"]));
    }

    [TestMethod]
    public async Task A_query_that_must_be_made_without_credentials_names_every_place_it_looked_at()
    {
        using ConsumerProject project = new(TestPackage.Package);
        string[] ask = ["build", "-p:EasCatalogMode=Online", "-p:EasRegion=cn-hangzhou"];
        RunResult build = await project.DotnetAsync(Ct, [.. ask, "-p:EasTransport=Https"]);

        build.Fails("EAS7010").Says("ALIBABA_CLOUD_ACCESS_KEY_ID").Says(Path.Combine(".aliyun", "config.json"));
        (await project.DotnetAsync(Ct, ask)).Fails("EAS7023").Says("ALIBABA_CLOUD_ACCESS_KEY_ID").Says("'aliyun' on PATH");
        (await project.DotnetAsync(Ct, [.. ask, "-p:EasTransport=AliyunCli"])).Fails("EAS7021");
        (await project.DotnetAsync(Ct, [.. ask, "-p:EasTransport=Pigeon"])).Fails("EAS8004").Says("Auto, Https or AliyunCli");
        Assert.IsFalse(File.Exists(project["bin/Debug/net10.0/eas/qwen_chat/eas_service.json"]));
    }

    [TestMethod]
    public async Task Publishing_what_was_never_built_is_an_error_with_a_repair()
    {
        using ConsumerProject project = new(TestPackage.Package);
        (await project.DotnetAsync(Ct, "restore")).Succeeds();

        RunResult publish = await project.DotnetAsync(Ct, "publish", "--no-build", "-p:DeployToEas=true", "-p:EasEmulator=true");
        publish.Fails("EAS8005").Says("leave --no-build out").DoesNotSay("Creating service");
    }

    [TestMethod]
    public async Task A_document_is_built_published_and_told_at_its_line_like_an_item()
    {
        const string Document = """
            {
              "metadata": { "name": "from_file", "instance": 1, "workspace_id": "312319", "shm_size": 8 },
              "containers": [{ "image": "vllm:0.14.0-gpu", "port": 8000, "script": "vllm serve /model_dir --port 8000" }],
              "storage": [{ "mount_path": "/model_dir", "oss": { "path": "oss://yqtest-model/Qwen3.5-0.8B/", "readOnly": true } }],
              "cloud": { "computing": { "instance_type": "ecs.gn7i-c16g1.4xlarge" } }
            }
            """;
        using ConsumerProject project = new(TestPackage.Package, """<EasServiceFile Include="services/*.json" OnExisting="Fail" />""");
        project.WriteFile("services/chat.json", Document);
        string config = project["bin/Debug/net10.0/eas/from_file/eas_service.json"];
        (await project.DotnetAsync(Ct, "build")).Succeeds();
        StringAssert.Contains(File.ReadAllText(config), "\"shm_size\": 8");
        DateTime first = File.GetLastWriteTimeUtc(config);

        (await project.DotnetAsync(Ct, "publish", "-c", "Debug", "--no-restore")).Succeeds();
        Assert.AreEqual(first, File.GetLastWriteTimeUtc(config), "nothing to do");
        Assert.IsTrue(File.Exists(project["bin/Debug/net10.0/publish/eas/from_file/eas_service.json"]));

        project.WriteFile("services/chat.json", Document.Replace("8000,", "8080,", StringComparison.Ordinal));
        (await project.DotnetAsync(Ct, "build", "--no-restore")).Fails("EAS2003").Says("chat.json(3,");
        project.WriteFile("services/chat.json", "{");
        (await project.DotnetAsync(Ct, "build", "--no-restore")).Fails("EAS8011").Says("chat.json(1,2)");

        project.WriteFile("services/chat.json", Document.Replace("from_file", "renamed", StringComparison.Ordinal));
        (await project.DotnetAsync(Ct, "build", "--no-restore")).Succeeds();
        Assert.IsTrue(File.Exists(project["bin/Debug/net10.0/eas/renamed/eas_service.json"]));
        (await project.DotnetAsync(Ct, "clean")).Succeeds();
        Assert.IsFalse(File.Exists(project["bin/Debug/net10.0/eas/renamed/eas_service.json"]));
    }
}
