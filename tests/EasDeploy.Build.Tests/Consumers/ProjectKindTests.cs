namespace EasDeploy.Build.Tests.Consumers;

/// <summary>The same item in every kind of project.</summary>
[TestClass]
public sealed class ProjectKindTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    [DataRow(ConsumerKind.Console, "console_chat")]
    [DataRow(ConsumerKind.Web, "web_chat")]
    public async Task A_program_is_published_and_its_service_deployed(ConsumerKind kind, string service)
    {
        using ConsumerProject project = new(TestPackage.Package, Service(service), kind: kind);
        RunResult publish = await project.DotnetAsync(Ct, "publish", "-p:DeployToEas=true", "-p:EasEmulator=true");

        publish.Succeeds().Says("Status: Running");
        Assert.HasCount(1, Created(publish));
        Assert.IsTrue(File.Exists(project["bin/Release/net10.0/publish/app.dll"]));
        Assert.IsTrue(File.Exists(project[$"bin/Release/net10.0/publish/eas/{service}/eas_service.json"]));
        Assert.IsFalse(File.Exists(project["bin/Release/net10.0/publish/EasDeploy.Build.dll"]), "nothing of ours travels with the program");
    }

    [TestMethod]
    public async Task A_project_with_two_frameworks_has_a_config_each_and_is_deployed_once()
    {
        using ConsumerProject project = new(TestPackage.Package, Service("multi_chat"), kind: ConsumerKind.MultiTargeted);
        (await project.DotnetAsync(Ct, "build", "-p:EasEmulator=true")).Succeeds();
        Assert.IsTrue(File.Exists(project["bin/Debug/net10.0/eas/multi_chat/eas_service.json"]));
        Assert.IsTrue(File.Exists(project["bin/Debug/netstandard2.0/eas/multi_chat/eas_service.json"]));

        RunResult deploy = await project.DotnetAsync(Ct, "build", "--no-restore", "-t:EasDeploy", "-p:EasEmulator=true");
        deploy.Succeeds().Says("Status: Running");
        Assert.HasCount(1, Created(deploy));
    }

    [TestMethod]
    public async Task Ten_projects_built_side_by_side_share_one_emulator()
    {
        using ConsumerProject project = new(TestPackage.Package);
        File.Delete(project.File);
        int[] numbers = [.. Enumerable.Range(0, 10)];
        foreach (int number in numbers)
        {
            project.Write($"p{number}/p{number}.csproj", Service($"chat_{number}"));
        }

        project.WriteFile("all.slnx", $"<Solution>{string.Concat(numbers.Select(n => $"<Project Path=\"p{n}/p{n}.csproj\" />"))}</Solution>");
        string easHome = project.Run.Environment["EAS_HOME"] = project["state of ten"];
        try
        {
            (await project.DotnetAsync(Ct, "build", "all.slnx", "-m:4", "-p:EasEmulator=true")).Succeeds().Says("0 Warning(s)").DoesNotSay("EAS8008");
            foreach (int number in numbers)
            {
                Assert.IsTrue(File.Exists(project[$"p{number}/bin/Debug/net10.0/eas/chat_{number}/eas_service.json"]));
            }

            RunResult running = await project.Run.ShellAsync("ps -e -o args= | grep -c '[E]asDeploy.Emulator.dll.*state of ten'", Ct);
            Assert.AreEqual("1", running.Output.Trim());
        }
        finally
        {
            await TestHome.EndEmulatorsAsync(easHome);
        }
    }

    [TestMethod]
    public async Task A_path_may_have_blanks_and_letters_beyond_ASCII()
    {
        using ConsumerProject project = new(TestPackage.Package, Service("path_chat"), folderName: "modèle 服务 (a b)");
        (await project.DotnetAsync(Ct, "build")).Succeeds();
        (await project.DotnetAsync(Ct, "publish", "-p:DeployToEas=true", "-p:EasEmulator=true")).Succeeds().Says("Status: Running");
        Assert.IsTrue(File.Exists(project["bin/Release/net10.0/publish/eas/path_chat/eas_service.json"]));
        Assert.IsEmpty(Directory.GetDirectories(project.Folder, "*\\*"), "a back-slash became part of a folder's name");
    }

    [TestMethod]
    public async Task An_artifacts_path_holds_the_config_too()
    {
        using ConsumerProject project = new(TestPackage.Package, kind: ConsumerKind.Console);
        (await project.DotnetAsync(Ct, "build", "--artifacts-path", project["out"])).Succeeds();
        Assert.IsTrue(File.Exists(project["out/bin/app/debug/eas/qwen_chat/eas_service.json"]));
        Assert.IsFalse(Directory.Exists(project["bin"]));
    }

    [TestMethod]
    public async Task A_multithreaded_build_writes_the_same_config()
    {
        using ConsumerProject project = new(TestPackage.Package);
        (await project.DotnetAsync(Ct, "build", "-mt")).Succeeds();
        Golden.Check(await File.ReadAllBytesAsync(project["bin/Debug/net10.0/eas/qwen_chat/eas_service.json"], Ct), "Golden/offline-config.json");
    }

    [TestMethod]
    public async Task A_design_time_build_writes_nothing_of_ours()
    {
        using ConsumerProject project = new(TestPackage.Package, kind: ConsumerKind.Console);
        (await project.DotnetAsync(Ct, "restore")).Succeeds();
        RunResult design = await project.DotnetAsync(
            Ct, "msbuild", "-t:ResolveAssemblyReferences;CoreCompile;GetCopyToOutputDirectoryItems", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        (await project.DotnetAsync(Ct, "msbuild", "-p:DesignTimeBuild=true")).Succeeds();

        design.Succeeds();
        Assert.IsTrue(Directory.Exists(project["obj"]));
        Assert.IsEmpty(Directory.GetDirectories(project.Folder, "eas", SearchOption.AllDirectories));
    }

    [TestMethod]
    public async Task Packing_a_tool_deploys_nothing()
    {
        using ConsumerProject project = new(
            TestPackage.Package, properties: "<PackAsTool>true</PackAsTool><DeployToEas>true</DeployToEas>", kind: ConsumerKind.Console);
        RunResult pack = await project.DotnetAsync(Ct, "pack");

        pack.Succeeds().DoesNotSay("EAS70");
        Assert.IsNotEmpty(Directory.GetFiles(project["bin"], "*.nupkg", SearchOption.AllDirectories));
    }

    [TestMethod]
    public async Task Publishing_a_container_deploys_nothing()
    {
        // The base image cannot be had here: the flow ends after Publish, and Publish is where a deployment would come.
        using ConsumerProject project = new(
            TestPackage.Package,
            properties: "<DeployToEas>true</DeployToEas><ContainerRegistry>127.0.0.1:1</ContainerRegistry><ContainerBaseImage>127.0.0.1:1/none:1</ContainerBaseImage>",
            kind: ConsumerKind.Console);
        RunResult publish = await project.DotnetAsync(Ct, "publish", "-t:PublishContainer", "-p:ContainerArchiveOutputPath=" + project["image.tar.gz"]);

        publish.DoesNotSay("EAS70").DoesNotSay("Creating service");
        Assert.IsTrue(Directory.Exists(project["bin/Release/net10.0/publish"]), publish.Output);
    }

    [TestMethod]
    public async Task A_referenced_project_that_inherits_the_wish_is_not_deployed()
    {
        using ConsumerProject project = new(
            TestPackage.Package, Service("outer_chat") + """<ProjectReference Include="library/library.csproj" />""", kind: ConsumerKind.Console,
            properties: "<DefaultItemExcludes>$(DefaultItemExcludes);library/**</DefaultItemExcludes>");
        project.Write("library/library.csproj", Service("inner_chat"), "<TargetFrameworks>netstandard2.0</TargetFrameworks>", ConsumerKind.MultiTargeted);
        RunResult publish = await project.DotnetAsync(Ct, "publish", "app.csproj", "-p:DeployToEas=true", "-p:EasEmulator=true");

        publish.Succeeds().Says("Service Name: outer_chat").DoesNotSay("Service Name: inner_chat");
        Assert.HasCount(1, Created(publish));
        Assert.IsFalse(Directory.Exists(project["bin/Release/net10.0/publish/eas/inner_chat"]));
    }

    private static string Service(string name) => ConsumerProject.GoodService.Replace("qwen_chat", name, StringComparison.Ordinal);

    private static string[] Created(RunResult result) => [.. result.Lines().Where(line => line.Contains("] Creating service '", StringComparison.Ordinal))];
}
