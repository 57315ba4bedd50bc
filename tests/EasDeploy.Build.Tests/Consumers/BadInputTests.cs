namespace EasDeploy.Build.Tests.Consumers;

/// <summary>Mistakes of an author: each ends as code, place and repair in a plain log.</summary>
[TestClass]
public sealed class BadInputTests
{
    private const string Gpu = "InstanceType=\"ecs.gn7i-c16g1.4xlarge\"";

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task Mistakes_of_value_need_no_cloud_to_be_found_and_one_build_tells_them_all()
    {
        using ConsumerProject project = new(TestPackage.Package, $"""
            <EasService Include="qwen_chat" Imge="vllm:0.14.0-gpu" {Gpu} />
            <EasService Include="Qwen-Chat" Image="vllm:0.14.0-gpu" {Gpu} />
            <EasService Include="../evil" Image="vllm:0.14.0-gpu" {Gpu} />
            <EasService Include="null%00" Image="vllm:0.14.0-gpu" {Gpu} />
            <EasService Include="reserved_port" Image="vllm:0.14.0-gpu" {Gpu} Port="8080" />
            <EasService Include="no_such_port" Image="vllm:0.14.0-gpu" {Gpu} Port="99999" />
            """);
        RunResult build = await project.DotnetAsync(Ct, "build");

        FailsAt(build, "app.csproj(8,37): error EAS8002:", "Write 'Image'");
        FailsAt(build, "app.csproj(9,2): error EAS1001:", "'qwen_chat'");
        FailsAt(build, "app.csproj(10,2): error EAS1001:", "evil");
        FailsAt(build, "error EAS1001:", "null");
        FailsAt(build, "app.csproj(12,99): error EAS2003:", "Port=\"8000\"");
        FailsAt(build, "app.csproj(13,98): error EAS2002:", "Port=\"8000\"");
        Assert.IsFalse(build.Output.Contains('\0', StringComparison.Ordinal), "the log stays text");
        AssertNothingWritten(project);
    }

    [TestMethod]
    public async Task Mistakes_against_the_catalog_are_found_with_one()
    {
        await using EmulatorHost cloud = await EmulatorHost.StartAsync(ct: Ct);
        using ConsumerProject project = new(TestPackage.Package, $"""
            <EasService Include="chip_chat" Image="vllm:0.14.0-xpu" {Gpu} />
            <EasService Include="image_chat" Image="vlm:0.14.0-gpu" {Gpu} />
            <EasService Include="type_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarg" />
            """);
        RunResult build = await project.DotnetAsync(Ct, "build", "-p:EasEndpoint=" + cloud.Address);

        FailsAt(build, "app.csproj(8,61): error EAS3101:", "Set InstanceType to ecs.");
        FailsAt(build, "app.csproj(9,34): error EAS2101:", "vllm:0.14.0-gpu");
        FailsAt(build, "app.csproj(10,57): error EAS3102:", "ecs.gn7i-c16g1.4xlarge");
        AssertNothingWritten(project);
    }

    [TestMethod]
    public async Task A_GPU_image_on_a_CPU_type_is_switched_with_a_warning_or_refused_when_that_is_off()
    {
        await using EmulatorHost cloud = await EmulatorHost.StartAsync(ct: Ct);
        using ConsumerProject project = new(TestPackage.Package, """<EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.c7.4xlarge" />""");
        string endpoint = "-p:EasEndpoint=" + cloud.Address;

        RunResult off = await project.DotnetAsync(Ct, "build", endpoint, "-p:EasAutoSwitchInstance=false");
        FailsAt(off, "error EAS3104:", "ecs.gn7i-c16g1.4xlarge");
        Assert.MatchesRegex(@"app\.csproj\(8,\d+\): error EAS3104:", off.Output);
        AssertNothingWritten(project);

        RunResult on = await project.DotnetAsync(Ct, "build", "--no-restore", endpoint);
        on.Succeeds().Says("warning EAS3901:").Says("ecs.c7.4xlarge").Says("ecs.gn7i-c16g1.4xlarge");
        Assert.MatchesRegex(@"app\.csproj\(8,\d+\): warning EAS3901:", on.Output);
        StringAssert.Contains(await File.ReadAllTextAsync(project["bin/Debug/net10.0/eas/qwen_chat/eas_service.json"], Ct), "ecs.gn7i-c16g1.4xlarge");
    }

    [TestMethod]
    public async Task A_misspelt_property_is_named_with_the_nearest_one()
    {
        using ConsumerProject project = new(TestPackage.Package, properties: "<EasOnExistng>Fail</EasOnExistng>");
        RunResult build = await project.DotnetAsync(Ct, "build", "-p:EasRegoin=cn-hangzhou");

        FailsAt(build, "error EAS8003:", "Write 'EasRegion'");
        FailsAt(build, "app.csproj(4,6): error EAS8003:", "Write 'EasOnExisting'");
        AssertNothingWritten(project);
    }

    [TestMethod]
    public async Task A_value_that_no_property_has_is_refused_with_those_it_has()
    {
        using ConsumerProject project = new(TestPackage.Package);
        RunResult build = await project.DotnetAsync(Ct, "build", "-p:EasOnExisting=Maybe");

        build.Fails("EAS8004").Says("EasOnExisting is 'Maybe'. Set it to Recreate, Fail or Update.");
        AssertNothingWritten(project);
    }

    [TestMethod]
    public async Task Ten_megabytes_of_metadata_are_an_error_and_not_a_crash()
    {
        using ConsumerProject project = new(TestPackage.Package, "");
        project.WriteFile("Directory.Build.props", $"""
            <Project>
              <ItemGroup>
                <EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" {Gpu} Script="{new string('x', 10 * 1024 * 1024)}" />
              </ItemGroup>
            </Project>
            """);
        RunResult build = await project.DotnetAsync(Ct, "build");

        build.Fails("EAS2008").Says("Directory.Build.props(3,");
        Assert.IsLessThan(100_000, build.Output.Length, "the value itself must not fill the log");
        AssertNothingWritten(project);
    }

    private static void FailsAt(RunResult build, string place, string repair)
    {
        build.Fails(place.Split("error ")[1].TrimEnd(':')).Says(place);
        Assert.Contains(line => line.Contains(place, StringComparison.Ordinal) && line.Contains(repair, StringComparison.Ordinal), build.Lines(), build.Output);
    }

    private static void AssertNothingWritten(ConsumerProject project)
    {
        Assert.IsTrue(Directory.Exists(project["obj"]));
        Assert.IsEmpty(Directory.GetFiles(project.Folder, "eas_service.json*", SearchOption.AllDirectories));
        Assert.IsFalse(Directory.Exists(Path.Combine(project.Folder, "..", "evil")));
    }
}
