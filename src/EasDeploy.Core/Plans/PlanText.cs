using System.Globalization;
using System.Text;
using EasDeploy.Specs;

namespace EasDeploy.Plans;

/// <summary>A plan as people read it before anything runs.</summary>
public static class PlanText
{
    private const int MostShown = 160;

    /// <summary>One block: what exists, what changes, and the steps with what must hold before each.</summary>
    public static string Of(DeploymentPlan plan)
    {
        StringBuilder text = new();
        text.Append("Plan for service '").Append(plan.Config.Name).Append("':\n");
        text.Append(plan.Existing is { } live
            ? $"  exists since {live.CreateTime ?? "an unknown time"}, status {live.Status}, version {live.LatestVersion?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}; OnExisting={plan.Policy}\n"
            : "  the name is free\n");
        foreach (ConfigChange change in plan.Changes)
        {
            text.Append("  ").Append(Line(change)).Append('\n');
        }

        if (plan.Existing is not null && plan.Changes.IsEmpty)
        {
            text.Append("  no field differs from the live service\n");
        }

        int number = 0;
        foreach (PlanStep step in plan.Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {++number}. {step.Title}{(step.IsDangerous ? "  ⚠ dangerous: nothing answers until the new one runs" : "")}")
                .Append(step.Precondition.Length > 0 ? $"  (when {step.Precondition})" : "").Append('\n');
        }

        text.Append(plan.Refusal is { } refusal ? $"  refused: {refusal.Code}" : plan.IsEmpty ? "  nothing to do" : Undo(plan));
        return text.ToString().TrimEnd('\n');
    }

    /// <summary><c>~ /metadata/instance: 2 → 1  ⚠ fewer instances serve afterwards</c></summary>
    public static string Line(ConfigChange change)
    {
        string pointer = change.Pointer.Length == 0 ? "(whole document)" : change.Pointer;
        string line = change.Kind switch
        {
            ChangeKind.Added => $"+ {pointer}: {Short(change.New)}",
            ChangeKind.Removed => $"- {pointer}: {Short(change.Old)}",
            _ => $"~ {pointer}: {Short(change.Old)} → {Short(change.New)}",
        };
        return change.Danger is { } danger ? $"{line}  ⚠ {danger}" : line;
    }

    private static string Undo(DeploymentPlan plan) => (plan.Config.Service.Spec.Policy.RollbackOnFailure, plan) switch
    {
        (true, { Policy: OnExisting.Recreate, Existing: not null }) => "  on failure: delete the new one and restore the backup",
        (true, { Policy: OnExisting.Update, Existing: not null }) => "  on failure: go back to the version before",
        _ => "",
    };

    private static string Short(string? value) => value is null ? "(unknown)" : value.Length <= MostShown ? value : value[..MostShown] + "…";
}
