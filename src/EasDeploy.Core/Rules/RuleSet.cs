using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;

namespace EasDeploy.Rules;

/// <summary>Every rule, by room. A test compares these lists with the rule classes that exist.</summary>
public static class RuleSet
{
    public static ImmutableArray<IItemRule> ItemRules { get; } =
    [
    ];

    public static ImmutableArray<IRule> Rules { get; } =
    [
    ];

    public static ImmutableArray<IProjectRule> ProjectRules { get; } =
    [
    ];

    /// <summary>Judges one service with every rule: one run reports everything, in the author's order.</summary>
    public static CheckedService Check(ResolvedService service)
    {
        IEnumerable<Diagnostic> findings = ItemRules.SelectMany(rule => rule.Check(service.Spec.Item))
            .Concat(Rules.SelectMany(rule => rule.Check(service)))
            .Concat(service.Choices);
        return new CheckedService(service, [.. InAuthorsOrder(findings)]);
    }

    /// <summary>Judges what only the whole project shows, such as a name used twice.</summary>
    public static ImmutableArray<Diagnostic> CheckProject(IReadOnlyList<ServiceItem> items) =>
        [.. InAuthorsOrder(ProjectRules.SelectMany(rule => rule.Check(items)))];

    private static IEnumerable<Diagnostic> InAuthorsOrder(IEnumerable<Diagnostic> findings) => findings
        .OrderBy(finding => finding.Location.Line)
        .ThenBy(finding => finding.Location.Column)
        .ThenBy(finding => finding.Code, StringComparer.Ordinal);
}
