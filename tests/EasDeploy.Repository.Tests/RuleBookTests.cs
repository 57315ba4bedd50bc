using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Testing;

namespace EasDeploy.Repository;

/// <summary>
/// docs/reference/rules.md: each rule of the rule book and the codes that say it, taken from the sources the rules and their pages name. <c>EAS_ACCEPT=1</c> rewrites the page.
/// </summary>
[TestClass]
public sealed partial class RuleBookTests
{
    // Rules that a code says only in part, because the rest cannot be known. A rule without any code would stand here too.
    private static readonly Dictionary<string, string> s_limits = new(StringComparer.Ordinal)
    {
        ["R2007"] = "Known for images that are registered as private in the workspace, assumed of a repository of your own in the container registry; other registries are not judged.",
        ["R4014"] = "Rests when the credentials may not list buckets.",
        ["R4015"] = "Rests when the credentials may not list the objects, and for a folder the service may write to.",
        ["R5028"] = "Within one project. What else listens on the load balancer would take a call to another product (ListListeners) that is not made.",
        ["R5032"] = "Known where DescribeGateway names an `alb-…` load balancer, which no published model promises.",
        ["R7002"] = "Known for an image that is found by its name; an address nobody registered is taken as it is.",
        ["R7003"] = "Known for the families of the official list; general images (PyTorch, Python, Hugging Face) serve what they were taught.",
        ["R7006"] = "Rests when a folder holds more than 5,000 objects.",
    };

    private static readonly List<(string Id, string Severity, string Text)> s_book =
    [
        .. SourceTree.Read("tests/EasDeploy.Repository.Tests/rulebook.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|', 3)).Select(parts => (parts[0], parts[1], parts[2])),
    ];

    [TestMethod]
    public void Every_rule_of_the_book_has_a_code_or_a_reason_for_none()
    {
        ILookup<string, string> codes = CodesById();
        Assert.IsGreaterThan(150, s_book.Count);
        Assert.AreEqual("", string.Join(' ', s_book.Select(rule => rule.Id).Where(id => !codes.Contains(id) && !s_limits.ContainsKey(id))));
    }

    [TestMethod]
    public void Every_id_that_a_source_names_is_in_the_book() => Assert.AreEqual(
        "", string.Join(' ', CodesById().Select(rule => rule.Key).Concat(s_limits.Keys).Distinct().Except(s_book.Select(rule => rule.Id))));

    [TestMethod]
    public void The_page_says_which_code_says_which_rule() => Golden.Check(Page(), "../../docs/reference/rules.md");

    private static string Page()
    {
        ILookup<string, string> codes = CodesById();
        StringBuilder page = new(
            """
            # The rule book, and the codes that say it

            The rules come from the vendor's documents and from the deployment workflow; `R…` is their number there. Each is said by the codes beside it, whose pages
            tell what was seen, why, and the repair. The severity is the rule book's; a code may weigh a case of its own differently, and `EasSeverity` and `NoWarn`
            change it for a project. What needs the catalog rests in a build that asks no cloud.

            <!-- Written by the test RuleBookTests (EAS_ACCEPT=1) from the Source lines of the rules and their pages. -->


            """.ReplaceLineEndings("\n"));
        page.Append("| rule | severity | what it asks for | code |\n|---|---|---|---|\n");
        foreach ((string id, string severity, string text) in s_book)
        {
            string links = codes.Contains(id) ? string.Join(' ', codes[id].Select(code => $"[{code}](../diagnostics/{code}.md)")) : "none";
            page.Append(CultureInfo.InvariantCulture, $"| {id} | {severity} | {text}{(s_limits.ContainsKey(id) ? " ¹" : "")} | {links} |\n");
        }

        page.Append("\n## ¹ What is known only in part\n\n");
        foreach ((string id, string reason) in s_limits.OrderBy(limit => limit.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"- **{id}** {reason}\n");
        }

        return page.ToString();
    }

    /// <summary>Rule ids in the Source of each code: of its page, and of its class where it has one.</summary>
    private static ILookup<string, string> CodesById()
    {
        string[] classes = [.. SourceTree.Files.Where(file => file.StartsWith("src/EasDeploy.Core/Rules/", StringComparison.Ordinal))];
        return Descriptors.All
            .SelectMany(descriptor => IdsOf(descriptor, classes).Select(id => (Id: id, descriptor.Code)))
            .Distinct()
            .OrderBy(pair => pair.Code, StringComparer.Ordinal)
            .ToLookup(pair => pair.Id, pair => pair.Code);
    }

    private static IEnumerable<string> IdsOf(DiagnosticDescriptor descriptor, string[] classes)
    {
        string page = SourceTree.Read($"docs/diagnostics/{descriptor.Code}.md").Split("\n## Source\n")[1];
        IEnumerable<string> remarks = classes.Where(file => Path.GetFileName(file).StartsWith(descriptor.Code, StringComparison.Ordinal))
            .SelectMany(file => SourceRemark().Matches(SourceTree.Read(file)).Select(match => match.Value));
        return remarks.Append(page).SelectMany(text => RuleId().Matches(text).Select(match => match.Value));
    }

    [GeneratedRegex(@"Source:.*?</(remarks|summary)>", RegexOptions.Singleline)]
    private static partial Regex SourceRemark();

    [GeneratedRegex(@"\bR[0-9]{4}\b")]
    private static partial Regex RuleId();
}
