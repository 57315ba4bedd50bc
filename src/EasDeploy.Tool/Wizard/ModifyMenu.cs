using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Resolution;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Tool.Wizard;

/// <summary>The eleven rows of the modify menu, each with its current value.</summary>
/// <remarks>Source: deployment workflow, step 6.2.</remarks>
internal static class ModifyMenu
{
    private const string NotConfigured = "Not configured";

    /// <returns>Key of the step to run again; null = go back.</returns>
    public static async Task<string?> ChooseAsync(Conversation talk, ServiceDraft draft, ResolvedService matched, CancellationToken ct)
    {
        ImmutableArray<Row> rows =
        [
            new("name", "Service Name", draft.Name),
            new("workspace", "Workspace", draft.WorkspaceName.Length > 0 ? draft.WorkspaceName : NotConfigured),
            new("image", "Image", draft[Metadata.Image] ?? NotConfigured),
            new("storage", "Storage Mount", Storage(matched)),
            new("command", "Startup Command", matched.StartCommand.Text is { Length: > 0 } script ? script : NotConfigured),
            new("port", "Port", matched.Port.ToString(CultureInfo.InvariantCulture)),
            new("resource", "Instance Type", draft[Metadata.InstanceType] ?? draft[Metadata.ResourceGroup] ?? NotConfigured),
            new("replicas", "Replicas", draft[Metadata.Replicas] ?? "1"),
            new("network", "Network", Network(draft)),
            new("features", "Features", ServiceFeaturesScreen.Summary(draft)),
            new(null, "Go back", "-"),
        ];
        talk.Say("\nSelect config item to modify:");
        Row chosen = await talk.ChooseAsync(
            new RowList<Row>(Questions.Modify, [new("Config Item", row => row.Title), new("Current Value", row => row.Value)], rows, row => [row.Key ?? "back", row.Title])
            {
                PageSize = rows.Length,
            },
            ct);
        return chosen.Key;
    }

    private static string Storage(ResolvedService service) => service.Spec.Environment.Mounts is [var first, ..]
        ? $"{first.Source.Value} → {first.MountPath.Value}"
        : NotConfigured;

    private static string Network(ServiceDraft draft) => draft switch
    {
        { NlbListeners: [var listener, ..] } => $"NLB {(listener.Include == Specs.NlbListener.DefaultId ? "(system)" : listener.Include)}",
        _ when draft[Metadata.Gateway] is { } gateway => $"ALB Dedicated Gateway {gateway}",
        _ => "Shared Gateway",
    };

    private sealed record Row(string? Key, string Title, string Value);
}
