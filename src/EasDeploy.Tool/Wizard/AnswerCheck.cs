using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Rules;

namespace EasDeploy.Tool.Wizard;

/// <summary>Judges an answer with the rules of the build, as far as they need no cloud.</summary>
internal static class AnswerCheck
{
    // A NAS mount asks for the VPC, and the VPC is the question of a later screen.
    private const string AsksForNetwork = "EAS2207";

    /// <returns>The first error that came with the answer; null = it is a good one.</returns>
    public static Diagnostic? FirstNew(ServiceDraft before, ServiceDraft after)
    {
        HashSet<string> known = [.. Errors(before).Select(finding => finding.Code)];
        return Errors(after).FirstOrDefault(finding => !known.Contains(finding.Code));
    }

    private static IEnumerable<Diagnostic> Errors(ServiceDraft draft)
    {
        Catalog catalog = Catalog.NotQueried(draft.Region, "the answers are not complete");
        return RuleSet.Check(ServiceResolver.Resolve(draft.ToSpec(), catalog, CheckPurpose.Build)).Diagnostics
            .Where(finding => finding.Severity == Severity.Error && finding.Code != AsksForNetwork);
    }
}
