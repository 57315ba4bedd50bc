using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using EasDeploy.Tool.Commands;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Tests;

/// <summary>The reference page says of every verb what its help says.</summary>
[TestClass]
public sealed partial class CliPageTests
{
    private const string Page = "docs/reference/cli.md";
    private const string Mark = "<!-- From here on written by CliPageTests: EAS_ACCEPT=1 dotnet test rewrites it. -->\n";

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task The_page_has_the_help_of_every_verb_and_the_members_of_every_list()
    {
        string head = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, Page), Ct)).Split(Mark)[0];
        StringBuilder page = new(head + Mark);
        page.Append("\n## Members of the lists\n\n| verb | JSON |\n|---|---|\n");
        Members(page, Listings.Services);
        Members(page, Listings.Images);
        Members(page, Listings.Instances);
        Members(page, Listings.Resources);
        Members(page, Listings.Gateways);
        Members(page, Listings.Workspaces);
        Members(page, Listings.Buckets);
        page.Append("\n## Help of every verb\n");
        string[][] verbs = [.. Verbs(Whole(), [])];
        Assert.IsGreaterThan(15, verbs.Length);
        foreach (string[] verb in verbs)
        {
            ToolRun help = await ToolRun.RunAsync(new ToolRun.Surroundings(Width: 100), Ct, [.. verb, "--help"]);
            Assert.AreEqual(0, help.ExitCode, help.Error);
            page.Append($"\n### {string.Join(' ', verb)}\n\n```text\n{string.Join('\n', help.Out.TrimEnd().Split('\n').Select(line => line.TrimEnd()))}\n```\n");
        }

        Golden.Check(page.ToString(), "../../" + Page);
    }

    [TestMethod]
    public async Task Help_names_the_command_as_people_type_it_and_ends_with_examples()
    {
        ToolRun help = await ToolRun.RunAsync(new ToolRun.Surroundings(Width: 80), Ct, "delete", "--help");

        StringAssert.Contains(help.Out, "Usage:\n  dotnet eas delete <name> [options]\n");
        StringAssert.EndsWith(help.Out, "\nExamples:\n  dotnet eas delete qwen_chat --yes\n");
        Assert.IsTrue(help.Out.Split('\n').All(line => line.Length <= 80), help.Out);
    }

    [TestMethod]
    public async Task Every_verb_has_examples_that_are_understood()
    {
        RootCommand root = Whole();
        EasVerb[] verbs = [.. All(root).Where(command => command != root).Cast<EasVerb>()];

        Assert.IsGreaterThan(20, verbs.Length);
        foreach (EasVerb verb in verbs)
        {
            Assert.IsTrue(verb.Examples.Any(example => example.Split(' ').Contains(verb.Name)), verb.Name);
            foreach (string example in verb.Examples)
            {
                string arguments = Example().Match(example).Value;
                Assert.IsEmpty(root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null }).Errors, example);
            }

            string[] path = [.. verb.Parents.OfType<EasVerb>().Select(parent => parent.Name), verb.Name, "--help"];
            StringAssert.Contains((await ToolRun.RunAsync(Ct, path)).Out, "\nExamples:\n  ");
        }
    }

    [TestMethod]
    public void Every_result_may_be_had_as_JSON_and_the_page_says_its_members()
    {
        // A conversation, a server, and two files that are schemas.
        string[] without = ["new", "emulator", "schema"];
        string page = File.ReadAllText(Path.Combine(Repository.Root, Page)).Split("## Help of every verb")[0];
        string[] described =
        [
            .. page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .SelectMany(line => Word().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value)),
        ];
        string[][] verbs = [.. Verbs(Whole(), []).Where(verb => verb is not ["list"])];

        Assert.IsGreaterThan(20, verbs.Length);
        foreach (string[] verb in verbs)
        {
            string name = string.Join(' ', verb);
            Command command = verb.Aggregate((Command)Whole(), (above, word) => above.Subcommands.Single(sub => sub.Name == word));
            bool hasJson = command.Options.OfType<OutputOption>().Any();
            Assert.AreEqual(!without.Contains(name), hasJson, name);
            Assert.AreEqual(hasJson, described.Contains(name), name);
        }
    }

    [TestMethod]
    public async Task Shells_are_told_how_a_line_may_go_on()
    {
        ToolRun verbs = await ToolRun.RunAsync(Ct, "[suggest:2]", "de");
        ToolRun nouns = await ToolRun.RunAsync(Ct, "[suggest:6]", "list i");
        ToolRun options = await ToolRun.RunAsync(Ct, "[suggest:12]", "delete x --y");

        CollectionAssert.AreEquivalent(new[] { "delete", "deploy" }, Lines(verbs).Where(line => line.StartsWith("de", StringComparison.Ordinal)).ToArray());
        CollectionAssert.IsSubsetOf(new[] { "images", "instances" }, Lines(nouns));
        CollectionAssert.Contains(Lines(options), "--yes");
    }

    [TestMethod]
    public void An_outline_says_what_the_whole_verb_says()
    {
        ToolConsole console = new() { In = TextReader.Null, Out = TextWriter.Null, Error = TextWriter.Null };
        string[] Descriptions(string[]? arguments) => [.. EasCommandLine.Create(console, arguments).Subcommands.Select(verb => $"{verb.Name}: {verb.Description}")];

        CollectionAssert.AreEqual(Descriptions(null), Descriptions(["--help"]));
        Assert.IsEmpty(EasCommandLine.Create(console, ["--help"]).Subcommands.SelectMany(verb => verb.Options));
    }

    [TestMethod]
    public void No_option_takes_a_credential()
    {
        string[] names = [.. All(Whole())
            .SelectMany(command => command.Options).SelectMany(option => option.Aliases.Append(option.Name)).Distinct()];

        Assert.IsGreaterThan(20, names.Length);
        Assert.IsFalse(names.Any(name => name.Contains("key", StringComparison.Ordinal) && name != "--keyword"), string.Join(' ', names));
        Assert.IsFalse(names.Any(name => name.Contains("secret", StringComparison.Ordinal) || name.Contains("token", StringComparison.Ordinal)), string.Join(' ', names));
    }

    [GeneratedRegex(@"(?<=dotnet eas )[^|>&)]+")]
    private static partial Regex Example();

    [GeneratedRegex("`([a-z ]+)`")]
    private static partial Regex Word();

    private static RootCommand Whole() =>
        EasCommandLine.Create(new ToolConsole { In = TextReader.Null, Out = TextWriter.Null, Error = TextWriter.Null });

    private static string[] Lines(ToolRun run) => run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static IEnumerable<string[]> Verbs(Command command, string[] above) => command.Subcommands.SelectMany(sub => sub.Subcommands.Count > 0
        ? Verbs(sub, [.. above, sub.Name]).Prepend([.. above, sub.Name])
        : (IEnumerable<string[]>)[[.. above, sub.Name]]);

    private static void Members<T>(StringBuilder page, Listing<T> listing) =>
        page.Append($"| `list {listing.Name}` | `{{\"{listing.Name}\":[{{{string.Join(',', listing.Fields.Select(field => $"\"{field.Key}\""))}}}]}}` |\n");
}
