using System.Text.RegularExpressions;
using EasDeploy.Testing;

namespace EasDeploy.Repository.Tests;

/// <summary>What the README shows is what happens.</summary>
[TestClass]
public sealed partial class ReadmeTests
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(Testing.Repository.Root, "README.md"));

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public void The_first_screen_has_at_most_thirty_lines()
    {
        string[] lines = s_text.Split('\n');
        int end = Array.FindIndex(lines, line => line.StartsWith("## ", StringComparison.Ordinal));

        Assert.AreEqual("# EasDeploy.Build", lines[0]);
        Assert.IsInRange(10, 30, end);
    }

    [TestMethod]
    public void Every_block_is_one_that_these_tests_run_or_compare()
    {
        string[] commands = [.. Blocks("sh").SelectMany(block => block.Split('\n')).Select(line => line.Split('#')[0].Trim())];

        CollectionAssert.AreEqual(
            new[] { "dotnet build", "dotnet publish -p:DeployToEas=true", "dotnet publish sample-project -p:DeployToEas=true", "dotnet test" }, commands);
        Assert.HasCount(1, Blocks("xml"));
        Assert.HasCount(1, Blocks("text"));
        Assert.HasCount(5, AnyBlock().Matches(s_text));
    }

    [TestMethod]
    public void Dotnet_test_is_what_CI_runs()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Testing.Repository.Root, ".ci", "run"));

        Assert.ContainsSingle(lines.Where(line => line.StartsWith("dotnet test ", StringComparison.Ordinal)));
        Assert.Contains("dotnet test 2>&1 | tee \"$log\"", lines);
    }

    [TestMethod]
    public void The_package_shows_the_same_items_with_its_own_version()
    {
        string package = File.ReadAllText(Path.Combine(Testing.Repository.Root, "nuget", "README.md"));
        string props = File.ReadAllText(Path.Combine(Testing.Repository.Root, "Directory.Build.props"));
        string[] items = Blocks("xml").Single().Split('\n');

        Assert.HasCount(2, items);
        StringAssert.Contains(package, items[1]);
        StringAssert.Contains(items[0], $"Version=\"{VersionElement().Match(props).Groups[1].Value}\"");
    }

    [TestMethod]
    public async Task On_a_fresh_clone_the_sample_runs_and_a_mistake_is_told_as_shown()
    {
        await using TestHome home = new();
        using RepositoryCopy clone = new();
        DotnetRun run = new(home, clone.Path, "ReadmeTests.sample");

        RunResult publish = await run.DotnetAsync(Ct, "publish", "sample-project", "-p:DeployToEas=true");
        Assert.AreEqual(0, publish.ExitCode, publish.Output);
        StringAssert.Contains(publish.Output, "sample-project -> 3 of 3 services Running", publish.Output);
        Assert.HasCount(3, Distinct(publish.Output, @"^\s*InternetEndpoint: (http://127\.0\.0\.1:\d+/api/predict/\w+)\s*$"), publish.Output);
        Assert.HasCount(3, Distinct(publish.Output, @"^\s*IntranetEndpoint: (http://\S+/api/predict/\w+)\s*$"), publish.Output);
        StringAssert.Contains(publish.Output, "warning EAS3901:", publish.Output);

        // The README's own item, and the same with the image of another chip.
        DotnetRun app = new(home, clone["App"], "ReadmeTests.app");
        app.Environment["Configuration"] = "Release"; // what publish has built above; Debug would compile everything once more
        WriteApp(clone, service => service);
        RunResult build = await app.DotnetAsync(Ct, "build", "-p:EasEmulator=true");
        Assert.AreEqual(0, build.ExitCode, build.Output);
        Assert.IsTrue(File.Exists(clone["App/bin/Release/net10.0/eas/qwen_chat/eas_service.json"]));

        RunResult deploy = await app.DotnetAsync(Ct, "publish", "-p:DeployToEas=true", "-p:EasEmulator=true");
        Assert.AreEqual(0, deploy.ExitCode, deploy.Output);
        Assert.MatchesRegex(@"Status: Running", deploy.Output);

        WriteApp(clone, service => service.Replace("vllm:0.14.0-gpu", "vllm:0.14.0-xpu", StringComparison.Ordinal));
        RunResult mistake = await app.DotnetAsync(Ct, "build", "-p:EasEmulator=true");
        Assert.AreNotEqual(0, mistake.ExitCode, mistake.Output);
        string[] told = [.. mistake.Output.Split('\n').Select(line => line.Trim().Replace(clone["App/"], "", StringComparison.Ordinal))];
        Assert.Contains(Blocks("text").Single(), told, mistake.Output);
    }

    private static void WriteApp(RepositoryCopy clone, Func<string, string> change) => clone.Write("App/App.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <EasFromSource>true</EasFromSource>
          </PropertyGroup>

          <ItemGroup>
            {change(Blocks("xml").Single().Split('\n')[1])}
          </ItemGroup>

        </Project>

        """);

    private static string[] Distinct(string output, string pattern) =>
        [.. Regex.Matches(output, pattern, RegexOptions.Multiline).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    private static string[] Blocks(string language) =>
        [.. AnyBlock().Matches(s_text).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value)];

    [GeneratedRegex(@"^```(\w*)\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex AnyBlock();

    [GeneratedRegex("<Version>(.*?)</Version>")]
    private static partial Regex VersionElement();
}
