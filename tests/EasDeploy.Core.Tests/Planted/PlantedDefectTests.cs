using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;
using EasDeploy.Rules;
using EasDeploy.Testing;

namespace EasDeploy.Planted;

/// <summary>Mistakes on purpose: each is found where it stands, and each rule is needed for at least one of them.</summary>
[TestClass]
public sealed partial class PlantedDefectTests
{
    public TestContext TestContext { get; set; } = null!;

    private static List<(Type Class, string Code)> Rules =>
    [
        .. RuleSet.ItemRules.Select(rule => (rule.GetType(), rule.Descriptor.Code)),
        .. RuleSet.Rules.Select(rule => (rule.GetType(), rule.Descriptor.Code)),
        .. RuleSet.ProjectRules.Select(rule => (rule.GetType(), rule.Descriptor.Code)),
    ];

    [TestMethod]
    public void Every_planted_defect_is_found_at_its_line()
    {
        List<string> missed = [];
        foreach (PlantedDefect defect in PlantedDefect.All)
        {
            IReadOnlyList<Diagnostic> findings = defect.Findings();
            if (!defect.IsFoundBy(findings))
            {
                missed.Add($"{defect.Place}: {defect.Code} in line {defect.Line}; found "
                    + string.Join(", ", findings.Select(finding => $"{finding.Code}({finding.Location.Line})")) + "\n" + defect.Text);
            }
        }

        int items = PlantedDefect.All.Count(defect => !defect.Text.StartsWith('{'));
        TestContext.WriteLine(
            $"{PlantedDefect.All.Length} defects, {items} in items, {PlantedDefect.All.Length - items} in documents: {missed.Count} missed");
        Assert.IsGreaterThanOrEqualTo(200, PlantedDefect.All.Length);
        Assert.IsEmpty(missed, string.Join("\n\n", missed));
    }

    [TestMethod]
    public void Without_any_one_rule_a_planted_defect_goes_unfound()
    {
        List<(PlantedDefect Defect, List<(Type Rule, Diagnostic Finding)> Findings)> judged =
            [.. PlantedDefect.All.Select(defect => (defect, defect.FindingsByRule().ToList()))];
        List<string> notNeeded = [];
        foreach ((Type rule, string code) in Rules)
        {
            int unfound = judged.Count(one => one.Defect.Code == code
                && !one.Defect.IsFoundBy(one.Findings.Where(found => found.Rule != rule).Select(found => found.Finding)));
            TestContext.WriteLine($"without {code}: {unfound} defects unfound");
            if (unfound == 0)
            {
                notNeeded.Add(code);
            }
        }

        Assert.IsNotEmpty(Rules);
        Assert.IsEmpty(notNeeded, "No planted defect needs " + string.Join(", ", notNeeded));
    }

    [TestMethod]
    public void Every_rule_has_a_defect_for_every_id_of_its_source()
    {
        string[] files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "EasDeploy.Core", "Rules"), "EAS*.cs", SearchOption.AllDirectories);
        List<string> missing = [];
        int ids = 0;
        foreach ((Type rule, string code) in Rules)
        {
            string source = File.ReadAllText(files.Single(file => Path.GetFileName(file) == rule.Name + ".cs"));
            foreach (string id in Sources().Matches(source).SelectMany(remark => Id().Matches(remark.Value)).Select(match => match.Value).Distinct())
            {
                ids++;
                if (!PlantedDefect.All.Any(defect => defect.Code == code && defect.Codes.Contains(id)))
                {
                    missing.Add($"{code} {id}");
                }
            }
        }

        TestContext.WriteLine($"{Rules.Count} rules, {ids} pairs of a rule and an id of the rule book, {missing.Count} without a defect");
        Assert.IsGreaterThan(100, ids);
        Assert.IsEmpty(missing, "No planted defect for " + string.Join(", ", missing));
    }

    [GeneratedRegex(@"Source:.*?</(remarks|summary)>", RegexOptions.Singleline)]
    private static partial Regex Sources();

    [GeneratedRegex("R[0-9]{4}")]
    private static partial Regex Id();
}
