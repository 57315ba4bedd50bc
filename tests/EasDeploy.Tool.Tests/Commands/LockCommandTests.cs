using System.Text.Json;

namespace EasDeploy.Tool.Tests.Commands;

[TestClass]
public sealed class LockCommandTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_lock_is_written_once_and_not_again_while_the_cloud_says_the_same()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        folder.Write("App.csproj", Project("vllm:0.14.0-gpu"));
        ToolRun first = await region.EasAsync(Ct, "lock", folder.Path);
        string text = await File.ReadAllTextAsync(folder["eas.lock.json"], Ct);
        ToolRun second = await region.EasAsync(Ct, "lock", folder["App.csproj"], "-o", "json");
        JsonElement again = JsonDocument.Parse(second.Out).RootElement;

        Assert.AreEqual((0, 0), (first.ExitCode, second.ExitCode), first.Error + second.Error);
        Assert.AreEqual($"{folder["eas.lock.json"]}: 1 services\n  qwen_chat is new\n", first.Out);
        StringAssert.Contains(text, "vllm:0.14.0-gpu");
        Assert.AreEqual("qwen_chat", again.GetProperty("services")[0].GetString());
        Assert.AreEqual(0, again.GetProperty("changes").GetArrayLength());
        Assert.AreEqual(text, await File.ReadAllTextAsync(folder["eas.lock.json"], Ct));
    }

    [TestMethod]
    public async Task A_project_with_an_error_gets_none()
    {
        await using EmulatedRegion region = await EmulatedRegion.StartAsync(Ct);
        using TempFolder folder = new();
        folder.Write("App.csproj", Project("vllm:0.14.0-xpu"));
        ToolRun run = await region.EasAsync(Ct, "lock", folder.Path);

        Assert.AreEqual(1, run.ExitCode, run.Out);
        StringAssert.Contains(run.Error, "App.csproj(3,");
        StringAssert.Contains(run.Error, "error EAS3101: ");
        Assert.IsFalse(File.Exists(folder["eas.lock.json"]));
    }

    private static string Project(string image) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><EasService Include="qwen_chat" Image="{image}" InstanceType="ecs.gn7i-c16g1.4xlarge" Model="oss://yqtest-model/Qwen3.5-0.8B/" /></ItemGroup>
        </Project>
        """;
}
