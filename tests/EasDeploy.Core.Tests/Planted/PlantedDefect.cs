using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Testing;

namespace EasDeploy.Planted;

/// <summary>One mistake on purpose, with what must be said about it and where.</summary>
/// <param name="Place">File and line of the block, for a reader of a failure.</param>
/// <param name="Codes">First the expected code, then the ids of the rule book it stands for.</param>
/// <param name="Line">Line that carries the mark <c>⟵</c>.</param>
/// <param name="Text">Project items or a document, without the mark.</param>
/// <remarks>
/// A file of <c>Planted/Defects</c> holds blocks: <c>== EAS2002 R2010 offline</c>, then the text. Words behind the ids: <c>offline</c> = without a catalog,
/// <c>deployment</c> = judged for a deployment, <c>no-switch</c> = EasAutoSwitchInstance is false.
/// </remarks>
internal sealed record PlantedDefect(string Place, ImmutableArray<string> Codes, ImmutableArray<string> Words, int Line, string Text)
{
    private const string Mark = " ⟵";

    public string Code => Codes[0];

    public static ImmutableArray<PlantedDefect> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "EasDeploy.Core.Tests", "Planted", "Defects"), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(In)];

    /// <summary>What the product says to the text through its whole flow.</summary>
    public IReadOnlyList<Diagnostic> Findings()
    {
        List<ServiceItem> items = PlantedDocument.Read(Text);
        return [.. RuleSet.CheckProject(items), .. items.SelectMany(item => RuleSet.Check(Resolve(item)).Diagnostics)];
    }

    /// <summary>What each rule says alone, under its class.</summary>
    public IEnumerable<(Type Rule, Diagnostic Finding)> FindingsByRule()
    {
        List<ServiceItem> items = PlantedDocument.Read(Text);
        foreach (IProjectRule rule in RuleSet.ProjectRules)
        {
            foreach (Diagnostic finding in rule.Check(items))
            {
                yield return (rule.GetType(), finding);
            }
        }

        foreach (ServiceItem item in items)
        {
            ResolvedService service = Resolve(item);
            IEnumerable<(Type, Diagnostic)> found = RuleSet.ItemRules.SelectMany(rule => rule.Check(item).Select(finding => (rule.GetType(), finding)))
                .Concat(RuleSet.Rules.SelectMany(rule => rule.Check(service).Select(finding => (rule.GetType(), finding))));
            foreach ((Type, Diagnostic) one in found.Concat(item.SideContainers.SelectMany(InSideContainer)))
            {
                yield return one;
            }
        }
    }

    private IEnumerable<(Type Rule, Diagnostic Finding)> InSideContainer(ServiceItem container)
    {
        ResolvedService service = Resolve(container);
        return SideContainerRules.ItemRules.SelectMany(rule => rule.Check(container).Select(finding => (rule.GetType(), finding)))
            .Concat(SideContainerRules.Rules.SelectMany(rule => rule.Check(service).Select(finding => (rule.GetType(), finding))));
    }

    public bool IsFoundBy(IEnumerable<Diagnostic> findings) => findings.Any(finding => finding.Code == Code && finding.Location.Line == Line);

    private ResolvedService Resolve(ServiceItem item) => PlantedDocument.Resolve(
        item,
        Words.Contains("offline") ? TestCatalog.NotQueried : TestCatalog.Queried,
        autoSwitch: !Words.Contains("no-switch"),
        Words.Contains("deployment") ? CheckPurpose.Deployment : CheckPurpose.Build);

    private static IEnumerable<PlantedDefect> In(string file)
    {
        string[] lines = File.ReadAllLines(file);
        int[] heads = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("== ", StringComparison.Ordinal))];
        Assert.IsNotEmpty(heads, file);
        foreach ((int head, int end) in heads.Zip(heads.Skip(1).Append(lines.Length)))
        {
            string place = FormattableString.Invariant($"{Path.GetFileName(file)}:{head + 1}");
            string[] words = lines[head][3..].Split(' ');
            string[] body = [.. lines[(head + 1)..end].Where(line => line.Length > 0)];
            int marked = Array.FindIndex(body, line => line.EndsWith(Mark, StringComparison.Ordinal));
            Assert.IsGreaterThanOrEqualTo(0, marked, $"{place} marks no line");
            body[marked] = body[marked][..^Mark.Length];
            yield return new PlantedDefect(
                place, [.. words.Where(IsCode)], [.. words.Where(word => !IsCode(word))], marked + 1, string.Join('\n', body));
        }
    }

    private static bool IsCode(string word) => char.IsAsciiLetterUpper(word[0]);
}
