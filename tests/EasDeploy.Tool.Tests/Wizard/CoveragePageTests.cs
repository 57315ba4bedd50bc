using System.Text.RegularExpressions;

namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>docs/reference/workflow-coverage.md keeps its word: every id of the workflow, and behind each something that exists.</summary>
[TestClass]
public sealed partial class CoveragePageTests
{
    private static readonly (string Ids, string Evidence)[] s_rows =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "reference", "workflow-coverage.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => (match.Groups["id"].Value, match.Groups["evidence"].Value)),
    ];

    [TestMethod]
    [DataRow("S0.", 8)]
    [DataRow("S1.", 10)]
    [DataRow("S2.", 42)]
    [DataRow("S3.", 17)]
    [DataRow("S4.", 9)]
    [DataRow("S5.", 5)]
    [DataRow("S6.", 43)]
    public void Every_id_has_its_line(string phase, int count)
    {
        string[] ids = [.. s_rows.Select(row => row.Ids).Where(id => id.StartsWith(phase, StringComparison.Ordinal))];

        Assert.HasCount(count, ids);
        CollectionAssert.AllItemsAreUnique(ids);
    }

    [TestMethod]
    public void Every_transcript_named_holds_the_words_quoted()
    {
        (string Id, string File, string Words)[] quotes =
        [
            .. s_rows.SelectMany(row => Quote().Matches(row.Evidence).Select(match =>
                (row.Ids, match.Groups["file"].Value, match.Groups["words"].Value.Replace("\\|", "|", StringComparison.Ordinal)))),
        ];

        Assert.IsGreaterThan(100, quotes.Length);
        foreach ((string id, string file, string words) in quotes)
        {
            // Not the assertion for texts: it would print the whole transcript.
            bool holds = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", file)).Contains(words, StringComparison.Ordinal);
            Assert.IsTrue(holds, $"{id}: {file} has no '{words}'");
        }
    }

    [TestMethod]
    public void Every_test_named_exists()
    {
        string[] sources = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];
        (string Id, string Class, string Method)[] tests =
            [.. s_rows.SelectMany(row => Test().Matches(row.Evidence).Select(match => (row.Ids, match.Groups["class"].Value, match.Groups["method"].Value)))];

        Assert.IsGreaterThan(20, tests.Length);
        foreach ((string id, string owner, string method) in tests)
        {
            Assert.IsTrue(sources.Any(source => source.Contains($"class {owner}\n", StringComparison.Ordinal) && source.Contains($" {method}(", StringComparison.Ordinal)), $"{id}: {owner}.{method}");
        }
    }

    [TestMethod]
    public void Every_line_names_something()
    {
        Assert.IsNotEmpty(s_rows);
        Assert.AreEqual("", string.Join(' ', s_rows.Where(row => !Quote().IsMatch(row.Evidence) && !Test().IsMatch(row.Evidence)).Select(row => row.Ids)));
    }

    [GeneratedRegex(@"^\| (?<id>S[0-9.]+(-[0-9]+)?) \| (?<evidence>.*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\[[a-z0-9-]+\]\((?<file>[^)]+\.txt)\): `(?<words>[^`]+)`")]
    private static partial Regex Quote();

    [GeneratedRegex(@"(?<!: )`(?<class>[A-Z][A-Za-z0-9]+)\.(?<method>[A-Z][A-Za-z0-9_]+)`")]
    private static partial Regex Test();
}
