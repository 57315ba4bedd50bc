using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>docs/tutorials/wizard.md works as it stands.</summary>
[TestClass]
public sealed partial class WizardTutorialTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "tutorials", "wizard.md"));

    private static readonly string[] s_plainService = ["qwen_chat", "312319", "1", "1", "1", "2", "1", "1", "1", "ecs.gn7i-c16g1.4xlarge", "1", "1", "2"];

    private static readonly string[] s_serviceOfModel = ["qwen_chat", "312319", "", "", "", "1", "1", "1", "1", "1", "1", "1", "2", "1"];

    // What a reader types at each command: the first session is left at the menu, so that the second has something to go on with.
    private static readonly (string Command, string[] Typed, int ExitCode)[] s_sessions =
    [
        ("dotnet eas new --emulator", [.. s_plainService, "q"], ExitCode.Cancelled),
        ("dotnet eas new --emulator --resume", ["1"], ExitCode.Done),
        ("dotnet eas new --emulator --project App.csproj", [.. s_plainService, "3"], ExitCode.Done),
        ("dotnet eas new --emulator --model oss://yqtest-model/Qwen3.5-0.8B/", s_serviceOfModel, ExitCode.Done),
        ("dotnet eas new --emulator --answers answers.txt", [], ExitCode.Done),
    ];

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task The_answers_of_the_page_lead_to_a_running_service()
    {
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using TempFolder folder = new();
        string screen = await new Transcript($"# file: answers.txt\n{AnswersOfThePage()}$ dotnet eas new --answers answers.txt\n").RunAsync(emulator, folder, Ct);

        StringAssert.Contains(screen, "Service Name: qwen_chat\nStatus: Running\n");
        StringAssert.EndsWith(screen, "(exit code 0)\n");
    }

    [TestMethod]
    public async Task Every_command_of_every_tutorial_is_run_in_the_order_of_the_page()
    {
        string folder = Path.Combine(Repository.Root, "docs", "tutorials");
        string[] written =
        [
            .. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)
                .SelectMany(page => Commands().Matches(File.ReadAllText(page))).Select(match => match.Value.Trim('`')),
        ];
        CollectionAssert.AreEqual(s_sessions.Select(session => session.Command).ToArray(), written);

        StringBuilder script = new("# file: App.csproj\n# | <Project Sdk=\"Microsoft.NET.Sdk\" />\n# file: answers.txt\n" + AnswersOfThePage());
        foreach ((string command, string[] typed, _) in s_sessions)
        {
            script.Append(CultureInfo.InvariantCulture, $"$ {command}\n").AppendJoin("", typed.Select(line => $"> {line}\n"));
        }

        await using EmulatorHost emulator = await EmulatorHost.StartAsync(ct: Ct);
        using TempFolder place = new();
        string screen = await new Transcript(script.ToString()).RunAsync(emulator, place, Ct);

        int[] codes = [.. ExitCodes().Matches(screen).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];
        CollectionAssert.AreEqual(s_sessions.Select(session => session.ExitCode).ToArray(), codes, screen);
        StringAssert.Contains(await File.ReadAllTextAsync(place["App.csproj"], Ct), "<EasService Include=\"qwen_chat\"");
        Assert.IsTrue(File.Exists(place["eas/qwen_chat/eas_service.json"]));
        Assert.IsTrue(File.Exists(place["eas/qwen_chat/deployment.json"]));
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

    /// <summary>A line of a shell block, or a command with options inside a sentence.</summary>
    [GeneratedRegex("^dotnet .*$|`dotnet eas [a-z]+ -[^`]*`", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"(?<=\(exit code )\d+")]
    private static partial Regex ExitCodes();

    private static string AnswersOfThePage()
    {
        string answers = Block().Matches(s_page).Select(match => match.Groups["text"].Value)
            .Single(text => text.StartsWith("name: ", StringComparison.Ordinal));
        return string.Concat(answers.TrimEnd('\n').Split('\n').Select(line => $"# | {line}\n"));
    }
}
