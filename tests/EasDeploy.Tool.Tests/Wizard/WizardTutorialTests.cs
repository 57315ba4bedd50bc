using System.CommandLine;
using System.Text.RegularExpressions;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Tool.Commands;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>docs/tutorials/wizard.md works as it stands.</summary>
[TestClass]
public sealed partial class WizardTutorialTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "tutorials", "wizard.md"));

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task The_answers_of_the_page_lead_to_a_running_service()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using TempFolder folder = new();
        string answers = Block().Matches(s_page).Select(match => match.Groups["text"].Value).Single(text => text.StartsWith("name: ", StringComparison.Ordinal));
        string file = string.Concat(answers.TrimEnd('\n').Split('\n').Select(line => $"# | {line}\n"));
        string screen = await new Transcript($"# file: answers.txt\n{file}$ dotnet eas new --answers answers.txt\n").RunAsync(emulator, folder, Ct);

        StringAssert.Contains(screen, "Service Name: qwen_chat\nStatus: Running\n");
        StringAssert.EndsWith(screen, "(exit code 0)\n");
    }

    [TestMethod]
    public void Every_command_of_the_page_is_understood()
    {
        ToolConsole console = new() { In = TextReader.Null, Out = TextWriter.Null, Error = TextWriter.Null };
        RootCommand root = new() { NewCommand.Create(console, CredentialPlaces.OfThisProcess, Repository.Root) };
        string[] commands = [.. Commands().Matches(s_page).Select(match => match.Groups["arguments"].Value)];

        Assert.IsNotEmpty(commands);
        foreach (string command in commands)
        {
            Assert.IsEmpty(root.Parse(command).Errors, command);
        }
    }

    [TestMethod]
    public void The_refusal_on_the_page_is_the_true_one()
    {
        string transcript = File.ReadAllText(Path.Combine(TranscriptTests.Folder, "errors-in-answers.txt"));
        string shown = Block().Matches(s_page).Select(match => match.Groups["text"].Value).Single(text => text.Contains("EAS1001", StringComparison.Ordinal));

        StringAssert.Contains(transcript, shown);
    }

    [GeneratedRegex("```text\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^dotnet eas (?<arguments>new.*)$", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
