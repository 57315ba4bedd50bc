using EasDeploy.Execution;

namespace EasDeploy.Build.Tests;

/// <summary>What a message tells a person to type does it, in the folder where the run was started.</summary>
[TestClass]
public sealed class FollowUpTests
{
    private static readonly Dictionary<string, string> s_none = [];

    [TestMethod]
    public void Beside_the_only_project_the_command_is_short()
    {
        using TempFolder folder = new();
        NextCommands next = new FollowUp(folder.Write("App.csproj", ""), folder.Path, "Debug", s_none).Commands(isEmulated: false);

        Assert.AreEqual(
            ("dotnet build -t:EasStatus", "dotnet build -t:EasResume", "dotnet build -t:EasRollback", "dotnet publish -p:DeployToEas=true"),
            (next.LookAgain("qwen_chat"), next.Resume, next.RollBack, next.Deploy));
    }

    [TestMethod]
    [DataRow("App.sln")]
    [DataRow("App.slnx")]
    [DataRow("Other.csproj")]
    public void Beside_another_one_the_project_is_named(string other)
    {
        using TempFolder folder = new();
        folder.Write(other, "");
        NextCommands next = new FollowUp(folder.Write("App.csproj", ""), folder.Path, "Release", s_none).Commands(isEmulated: false);

        Assert.AreEqual("dotnet build App.csproj -c Release -t:EasResume", next.Resume);
    }

    [TestMethod]
    public void From_another_folder_the_project_is_named_as_one_stands()
    {
        using TempFolder folder = new();
        string project = folder.Write("src/my app/App.csproj", "");

        Assert.AreEqual(
            $"dotnet build \"{Path.Combine("src", "my app", "App.csproj")}\" -t:EasStatus", new FollowUp(project, folder.Path, "", s_none).Commands(isEmulated: false).LookAgain("qwen_chat"));
        Assert.AreEqual($"dotnet build \"{project}\" -t:EasStatus", new FollowUp(project, folder["other"], "", s_none).Commands(isEmulated: false).LookAgain("qwen_chat"));
    }

    [TestMethod]
    public void What_the_command_line_said_about_the_cloud_is_said_again_and_nothing_else()
    {
        using TempFolder folder = new();
        Dictionary<string, string> given = new()
        {
            ["DeployToEas"] = "true",
            ["_IsPublishing"] = "true",
            ["EasSeverity"] = "EAS2105=none;EAS3104=warning",
            ["EasEmulator"] = "true",
            ["EasProfile"] = "my profile",
        };
        NextCommands next = new FollowUp(folder.Write("App.csproj", ""), folder.Path, "Release", given).Commands(isEmulated: false);
        const string Properties = " -p:EasEmulator=true -p:EasProfile=\"my profile\" -p:EasSeverity=EAS2105=none%3BEAS3104=warning";

        Assert.AreEqual("dotnet build -c Release -t:EasRollback" + Properties, next.RollBack);
        Assert.AreEqual("dotnet publish -p:DeployToEas=true" + Properties, next.Deploy);
    }

    [TestMethod]
    public void An_emulator_is_not_looked_into_with_the_CLI_of_the_cloud()
    {
        using TempFolder folder = new();
        FollowUp after = new(folder.Write("App.csproj", ""), folder.Path, "", s_none);

        Assert.IsNull(after.Commands(isEmulated: false).LookDeeper);
        Assert.IsEmpty(after.Commands(isEmulated: true).LookDeeper!("qwen_chat"));
    }
}
