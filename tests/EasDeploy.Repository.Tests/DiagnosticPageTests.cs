using System.Text;
using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Testing;

namespace EasDeploy.Repository;

[TestClass]
public sealed partial class DiagnosticPageTests
{
    private const string Folder = "docs/diagnostics/";

    private static readonly string[] s_headings = ["What you see", "Why", "Fix", "When to silence it", "Source"];

    [TestMethod]
    public void Every_code_has_a_page_and_every_page_has_a_code()
    {
        string[] pages = [.. SourceTree.Files
            .Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && file != Folder + "README.md")
            .Select(file => file[Folder.Length..])];
        Assert.IsNotEmpty(pages);
        string[] wanted = [.. Descriptors.All.Select(descriptor => descriptor.Code + ".md")];
        Assert.AreEqual("", string.Join(' ', wanted.Except(pages)), "codes without a page");
        Assert.AreEqual("", string.Join(' ', pages.Except(wanted)), "pages without a code");
    }

    [TestMethod]
    public void Every_page_has_its_title_and_the_five_headings_with_something_below_each()
    {
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
        {
            string page = PageOf(descriptor);
            StringAssert.StartsWith(page, $"# {descriptor.Code}: {descriptor.Title}\n\n## ", descriptor.Code);
            string[] parts = page.Split("\n## ")[1..];
            CollectionAssert.AreEqual(s_headings, parts.Select(part => part.Split('\n')[0]).ToArray(), descriptor.Code);
            Assert.IsTrue(parts.All(part => part.Split('\n', 2)[1].Trim().Length > 10), $"{descriptor.Code} has an empty part");
        }
    }

    [TestMethod]
    public void What_you_see_is_a_message_of_this_code_with_its_severity()
    {
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
        {
            string seen = SeenBlock().Match(PageOf(descriptor)).Groups["seen"].Value;
            string severities = descriptor.Severity switch
            {
                Severity.Info => "message",
                Severity.Warning => "warning",
                // EAS3103 and its like: an error at deployment, a warning at build.
                _ => "error|warning",
            };
            // Several findings of one code stand one below the other.
            // The command line is no file: its own findings have no place.
            string place = ToolDiagnostics.All.Contains(descriptor) ? "" : @"(App\.csproj|eas_service\.json|eas\.lock\.json)(\([0-9]+,[0-9]+\)| ): ";
            string one = $@"{place}({severities}) {descriptor.Code}: {PatternOf(descriptor.MessageFormat)}";
            Assert.IsTrue(Regex.IsMatch(seen, $@"\A{one}(\n{one})*\z", RegexOptions.Singleline), $"{descriptor.Code} shows:\n{seen}\nand should match:\n{one}");
        }
    }

    [TestMethod]
    public void A_warning_says_how_to_silence_it_and_an_error_says_why_not()
    {
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
        {
            string silence = PageOf(descriptor).Split("\n## When to silence it\n")[1].Split("\n## ")[0];
            if (descriptor.Severity == Severity.Warning)
            {
                StringAssert.Contains(silence, $"<NoWarn>$(NoWarn);{descriptor.Code}</NoWarn>", descriptor.Code);
            }
            else if (descriptor.Severity == Severity.Error && descriptor.Code != "EAS3103")
            {
                StringAssert.StartsWith(silence.Trim(), "Never", descriptor.Code);
            }
        }
    }

    [TestMethod]
    public void The_index_lists_every_page()
    {
        StringBuilder index = new("""
            # Diagnostics

            Every message has a code, and every code has a page: what you see, why, and how to repair it.
            The first digit is the room: 1 basic info, 2 environment, 3 resources, 4 network, 5 features, 6 deploy, 7 cloud access, 8 build, 9 our own bug.
            The second digit says what it takes to see it: 0 the value alone, 1 the catalog, 2 another field, 3 the running service, 9 a choice made for you.

            | code | severity | title |
            |---|---|---|

            """);
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
        {
            index.Append($"| [{descriptor.Code}]({descriptor.Code}.md) | {descriptor.Severity.ToString().ToLowerInvariant()} | {descriptor.Title} |\n");
        }

        Golden.Check(index.ToString(), "../../" + Folder + "README.md");
    }

    [TestMethod]
    public void The_change_log_names_every_code()
    {
        string[] lines = SourceTree.Read("CHANGELOG.md").Split('\n');
        string[] missing = [.. Descriptors.All.Select(descriptor => $"- {descriptor.Code} {descriptor.Title}").Except(lines)];
        Assert.AreEqual("", string.Join('\n', missing), "lines missing in CHANGELOG.md");
    }

    [TestMethod]
    public void Every_page_that_another_page_names_exists()
    {
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
        {
            foreach (Match code in Code().Matches(PageOf(descriptor)))
            {
                Assert.IsTrue(Descriptors.All.Any(known => known.Code == code.Value), $"{descriptor.Code} names {code.Value}");
            }
        }
    }

    [TestMethod]
    public void A_repair_names_only_items_and_properties_that_exist()
    {
        // The package; the slip EAS8003 shows; EasTransport is understood by EasDeploy.Aliyun and becomes a property together with its targets.
        string[] others = ["EasDeploy", "EasRegoin", "EasTransport"];
        string[] known =
        [
            .. PropertyCatalog.Properties.Select(property => property.Name),
            .. PropertyCatalog.Items.Select(metadata => metadata.Owner),
            .. others,
            "EasUpdateLock", "EasPlan", "EasResume", "EasRollback", "EasStatus", "EasDelete",
        ];
        Assert.IsGreaterThan(others.Length, known.Length);
        string[] unknown =
        [
            .. Descriptors.All
                .SelectMany(descriptor => OurName().Matches(descriptor.MessageFormat + PageOf(descriptor)).Select(match => (descriptor.Code, match.Value)))
                .Where(named => !known.Contains(named.Value))
                .Select(named => $"{named.Code}: {named.Value}")
                .Distinct(),
        ];
        Assert.AreEqual("", string.Join('\n', unknown));
    }

    private static string PageOf(DiagnosticDescriptor descriptor) => SourceTree.Read(Folder + descriptor.Code + ".md");

    private static string PatternOf(string format) =>
        Placeholder().Replace(Regex.Escape(format), ".*?").Replace("}}", "}", StringComparison.Ordinal);

    [GeneratedRegex(@"\n## What you see\n.*?\n```text\n(?<seen>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex SeenBlock();

    // Regex.Escape writes '{0}' as '\{0}'.
    [GeneratedRegex(@"\\\{[0-9]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\bEas[A-Z][A-Za-z]+")]
    private static partial Regex OurName();

    [GeneratedRegex("EAS[1-9][0-9]{3}")]
    private static partial Regex Code();
}
