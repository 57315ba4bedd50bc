namespace EasDeploy.Build.Tests.Consumers;

/// <summary>A lock that CI can trust: proved without a call, and stale at the line that changed.</summary>
[TestClass]
public sealed class LockTests
{
    private const string Config = "bin/Debug/net10.0/eas/qwen_chat/eas_service.json";

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_locked_build_asks_nobody_and_gives_what_the_online_build_gave()
    {
        await using RefusingEndpoint nobody = new();
        await using EmulatorHost cloud = await EmulatorHost.StartAsync(ct: Ct);
        string items = ConsumerProject.GoodService.Replace("vllm:0.14.0-gpu", "vllm", StringComparison.Ordinal);
        using ConsumerProject project = new(TestPackage.Package, items);
        string online = "-p:EasEndpoint=" + cloud.Address;
        string[] locked = ["build", "--no-restore", "-v:n", "-p:EasCatalogMode=Locked", "-p:EasEndpoint=" + nobody.Address];
        string held = project["eas.lock.json"];

        (await project.DotnetAsync(Ct, "build", online)).Succeeds();
        byte[] wanted = await File.ReadAllBytesAsync(project[Config], Ct);
        (await project.DotnetAsync(Ct, locked)).Fails("EAS8021").Says("eas.lock.json");

        (await project.DotnetAsync(Ct, "build", "--no-restore", "-t:EasUpdateLock", online)).Succeeds().Says("eas.lock.json: 1 services").Says("qwen_chat is new");
        byte[] text = await File.ReadAllBytesAsync(held, Ct);
        (await project.DotnetAsync(Ct, "build", "--no-restore", "-t:EasUpdateLock", online)).Succeeds().Says("the cloud says the same");
        CollectionAssert.AreEqual(text, await File.ReadAllBytesAsync(held, Ct));

        Directory.Delete(project["bin"], recursive: true);
        Directory.Delete(project["obj/Debug"], recursive: true);
        (await project.DotnetAsync(Ct, locked)).Succeeds().DoesNotSay("EAS8008");
        CollectionAssert.AreEqual(wanted, await File.ReadAllBytesAsync(project[Config], Ct));
        (await project.DotnetAsync(Ct, locked)).Succeeds().Says("Skipping target \"_EasQueryCatalog\"").Says("Skipping target \"EasGenerateConfig\"");
        RunResult auto = await project.DotnetAsync(Ct, "build", "--no-restore", "-p:EasEndpoint=" + nobody.Address);
        auto.Succeeds().DoesNotSay("EAS8008").DoesNotSay("EAS8010");

        project.Write("app.csproj", items.Replace("ecs.gn7i-c16g1.4xlarge", "ecs.gn7i-c8g1.2xlarge", StringComparison.Ordinal));
        (await project.DotnetAsync(Ct, locked)).Fails("EAS8001").Says("app.csproj(8,").Says("holds 'ecs.gn7i-c16g1.4xlarge'");
        await File.WriteAllTextAsync(held, System.Text.Encoding.UTF8.GetString(text).Replace("  \"region\"", "<<<<<<< HEAD\n  \"region\"", StringComparison.Ordinal), Ct);
        (await project.DotnetAsync(Ct, locked)).Fails("EAS8019").Says("eas.lock.json(4,1)");
        Assert.AreEqual(0, nobody.Connections);

        RunResult moved = await project.DotnetAsync(Ct, "build", "--no-restore", "-t:EasUpdateLock", online);
        moved.Succeeds().Says("qwen_chat is new");
        project.Write("app.csproj", items);
        (await project.DotnetAsync(Ct, "build", "--no-restore", online)).Succeeds().Says("EAS8022").Says("EasUpdateLock");
        (await project.DotnetAsync(Ct, "build", "--no-restore", online, "-p:EasCatalogMode=Online")).Succeeds().Says("EAS8023").Says("ecs.gn7i-c16g1.4xlarge");
    }

    [TestMethod]
    public async Task Projects_and_edits_share_the_answers_and_EasValidate_asks_again()
    {
        const string Document = """
            {
              "metadata": { "name": "from_file", "instance": 1, "workspace_id": "312319" },
              "containers": [{ "image": "vllm:0.14.0-gpu", "port": 8000, "script": "vllm serve /model_dir --port 8000" }],
              "storage": [{ "mount_path": "/model_dir", "oss": { "path": "oss://yqtest-model/Qwen3.5-0.8B/", "readOnly": true } }],
              "cloud": { "computing": { "instance_type": "ecs.gn7i-c16g1.4xlarge" } }
            }
            """;
        await using EmulatorHost cloud = await EmulatorHost.StartAsync(ct: Ct);
        using ConsumerProject project = new(TestPackage.Package, """<EasServiceFile Include="../chat.json" />""" + ConsumerProject.GoodService);
        project.WriteFile("one/one.proj", await File.ReadAllTextAsync(project.File, Ct));
        project.WriteFile("two/two.proj", await File.ReadAllTextAsync(project.File, Ct));
        project.WriteFile("chat.json", Document);
        project.WriteFile("all.proj", """
            <Project DefaultTargets="Build">
              <ItemGroup><Both Include="one/one.proj;two/two.proj" /></ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Both)" Targets="Restore" Properties="Kind=restore" /></Target>
              <Target Name="Build"><MSBuild Projects="@(Both)" Targets="Build" BuildInParallel="true" /></Target>
              <Target Name="EasValidate"><MSBuild Projects="@(Both)" Targets="EasValidate" BuildInParallel="true" /></Target>
            </Project>
            """);
        File.Delete(project.File);
        string endpoint = "-p:EasEndpoint=" + cloud.Address;

        (await project.DotnetAsync(Ct, "build", "all.proj", endpoint, "-m:2")).Succeeds();
        int lists = cloud.RequestsOf("DescribeMachineSpec").Count;
        Assert.IsTrue(lists is 1 or 2, "two processes at the same moment may both ask");
        Assert.IsEmpty(Directory.GetFiles(TestPackage.Home.EasHome, "*.tmp", SearchOption.AllDirectories));

        int asked = cloud.Requests.Count;
        project.WriteFile("chat.json", Document.Replace("--port 8000", "--port 8000 --enforce-eager", StringComparison.Ordinal));
        (await project.DotnetAsync(Ct, "build", "all.proj", endpoint, "--no-restore")).Succeeds();
        Assert.Contains("--enforce-eager", await File.ReadAllTextAsync(project["one/bin/Debug/net10.0/eas/from_file/eas_service.json"], Ct));
        Assert.HasCount(asked, cloud.Requests, "what the query depends on did not change");

        Directory.Delete(project["two/obj/Debug"], recursive: true);
        (await project.DotnetAsync(Ct, "build", "two/two.proj", endpoint, "--no-restore")).Succeeds();
        Assert.HasCount(asked, cloud.Requests, "a fresh folder of the same account");

        (await project.DotnetAsync(Ct, "build", "all.proj", "-t:EasValidate", endpoint, "--no-restore", "-m:1")).Succeeds();
        Assert.HasCount(lists + 1, cloud.RequestsOf("DescribeMachineSpec"), "once for both projects");
        (await project.DotnetAsync(Ct, "build", "one/one.proj", "-t:Rebuild", endpoint, "--no-restore")).Succeeds();
        Assert.HasCount(lists + 2, cloud.RequestsOf("DescribeMachineSpec"));
        foreach (string file in Directory.GetFiles(TestPackage.Home.EasHome, "*.json", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(EmulatorHost.AccessKeyId, file + await File.ReadAllTextAsync(file, Ct));
        }
    }
}
