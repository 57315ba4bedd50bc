using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;
using EasDeploy.Tool.Output;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Tool.Wizard;

/// <summary>Phase 5: what the service does beyond serving, and the numbers of it.</summary>
/// <remarks>Source: deployment workflow, step 5.1; parameters: checklist X50 to X56; pre-selection: design ruling K18.</remarks>
internal sealed class ServiceFeaturesScreen(Conversation talk)
{
    /// <summary>Source: checklist X50: pattern for LLM images, which load long.</summary>
    private const string LlmInitialDelay = "120";

    private static readonly Feature s_healthCheck = new("health-check", "Health Check", "Configure startup/liveness probes",
        [Metadata.HealthCheck, Metadata.HealthCheckPath, Metadata.HealthCheckInitialDelay, Metadata.HealthCheckInterval, Metadata.HealthCheckTimeout,
            Metadata.HealthCheckFailureThreshold]);

    private static readonly Feature s_rollingUpdate = new("rolling-update", "Rolling Update", "Graceful shutdown + rolling strategy",
        [Metadata.MaxSurge, Metadata.MaxUnavailable, Metadata.TerminationGracePeriod]);

    private static readonly Feature s_grpc = new("grpc", "GRPC", "Enable GRPC protocol", [Metadata.Grpc]);

    private static readonly Feature s_autoscaling = new("autoscaling", "Autoscaling", "Auto-adjust replicas based on load",
        [Metadata.AutoscaleMin, Metadata.AutoscaleMax, Metadata.AutoscaleMetric, Metadata.AutoscaleThreshold]);

    private static readonly ImmutableArray<Feature> s_features = [s_healthCheck, s_rollingUpdate, s_grpc, s_autoscaling];

    private static readonly ImmutableArray<Choice> s_options =
    [
        new("configure", "Configure features", "Select features to enable"),
        new("skip", "Skip", "No features enabled (default)"),
    ];

    /// <summary>Titles of what is on, for the modify menu.</summary>
    public static string Summary(ServiceDraft draft) =>
        string.Join(", ", s_features.Where(feature => feature.IsOn(draft)).Select(feature => feature.Title).DefaultIfEmpty("None"));

    public async Task<ServiceDraft> FeaturesAsync(ServiceDraft draft, CancellationToken ct)
    {
        talk.Say("Do you need to configure service features?");
        RowList<Choice> options = Choice.List(Questions.Features, "Option", s_options) with { FreeEntry = text => Named(text) is null ? null : new Choice(text, "", "") };
        Choice option = await talk.ChooseAsync(options, ct);
        ServiceDraft bare = draft.Without(s_features.SelectMany(feature => feature.Metadata)) with { ScaleRules = [] };
        if (option.Key == "skip")
        {
            return bare;
        }

        ImmutableHashSet<Feature> wanted = Named(option.Key) is { } named ? [.. named] : await SelectAsync(draft, ct);
        ServiceDraft next = bare;
        foreach (Feature feature in s_features.Where(wanted.Contains))
        {
            next = await ParametersAsync(feature, next, ct);
        }

        return next;
    }

    /// <summary>The first form of the table offers; once something is on, the second one shows what is and toggles.</summary>
    private async Task<ImmutableHashSet<Feature>> SelectAsync(ServiceDraft draft, CancellationToken ct)
    {
        ImmutableHashSet<Feature> on = [.. s_features.Where(feature => feature.IsOn(draft))];
        if (on.IsEmpty && ImageFamilies.SpeaksOpenAI(draft.Family))
        {
            talk.Say("Health Check is pre-selected: an LLM takes minutes to load, and calls before that fail.");
            on = [s_healthCheck];
        }

        while (true)
        {
            Show(on);
            Reply reply = await talk.ReadAsync(Questions.FeatureList, ct);
            if (string.Equals(reply.Text, "done", StringComparison.OrdinalIgnoreCase))
            {
                return on;
            }

            if (Named(reply.Text) is { } toggled)
            {
                on = on.SymmetricExcept(toggled);
            }
            else
            {
                talk.Refuse(Questions.FeatureList, reply.Text, "numbers from 1 to 4 separated by commas, or done");
            }
        }
    }

    private void Show(ImmutableHashSet<Feature> on)
    {
        if (on.IsEmpty)
        {
            talk.Say("Available features (multi-select with comma):\n");
            talk.Say(Table(s_features, new("Feature", row => row.Title), new("Description", row => row.Description)));
            talk.Say("\nEnter feature numbers to enable (e.g. 1,2,4), enter 'done' to finish:");
            return;
        }

        talk.Say("Current service feature config:\n");
        talk.Say(Table(s_features, new("Feature", row => row.Title), new("Status", row => on.Contains(row) ? "✅ Enabled" : "❌ Disabled")));
        Feature first = s_features.First(on.Contains);
        int number = s_features.IndexOf(first) + 1;
        string name = first.Title.ToLowerInvariant();
        talk.Say(string.Create(CultureInfo.InvariantCulture, $"\nEnter number to toggle (e.g. enter {number} to disable {name}), enter 'done' to finish:"));
    }

    private string Table(ImmutableArray<Feature> rows, params ImmutableArray<TableColumn<Feature>> columns) =>
        new Listing<Feature>("features", columns, []).Table(rows, 1, talk.Width).TrimEnd('\n');

    /// <returns>Null = a part is neither a number nor the key of a feature.</returns>
    private static Feature[]? Named(string text)
    {
        Feature?[] named = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
            s_features.FirstOrDefault(feature => string.Equals(feature.Key, part, StringComparison.OrdinalIgnoreCase))
                ?? (ServiceSpec.ParseNumber(part) is { } number && number >= 1 && number <= s_features.Length ? s_features[number - 1] : null))];
        return named.Length == 0 || named.Contains(null) ? null : [.. named.OfType<Feature>()];
    }

    private async Task<ServiceDraft> ParametersAsync(Feature feature, ServiceDraft draft, CancellationToken ct)
    {
        talk.Say($"\n{feature.Title}", Tone.Heading);
        if (feature == s_grpc)
        {
            return draft.With(Metadata.Grpc, "true");
        }

        return feature == s_healthCheck ? await HealthCheckAsync(draft, ct)
            : feature == s_rollingUpdate ? await RollingUpdateAsync(draft, ct)
            : await AutoscalingAsync(draft, ct);
    }

    private async Task<ServiceDraft> HealthCheckAsync(ServiceDraft draft, CancellationToken ct)
    {
        talk.Say("Check type:\n1. http\n2. tcp\n\nSelect (enter 1 or 2):");
        bool isHttp = await talk.ChooseAsync(Questions.HealthCheckKind, ["http", "tcp"], ct) == 0;
        ServiceDraft next = draft.With(Metadata.HealthCheck, isHttp ? "http" : "tcp");
        if (isHttp)
        {
            string path = draft.Family == ImageFamily.ComfyUI ? "/" : HealthCheckSpec.DefaultPath;
            next = await SetAsync(next, Questions.HealthCheckPath with { Default = path }, "Path", Metadata.HealthCheckPath, ct, HealthCheckSpec.DefaultPath);
        }

        Question delay = Questions.HealthCheckDelay;
        delay = ImageFamilies.SpeaksOpenAI(draft.Family) ? delay with { Default = LlmInitialDelay } : delay;
        next = await SetAsync(next, delay, "Initial delay (s)", Metadata.HealthCheckInitialDelay, ct, Text(HealthCheckSpec.DefaultInitialDelay));
        next = await SetAsync(next, Questions.HealthCheckInterval, "Check interval (s)", Metadata.HealthCheckInterval, ct, Text(HealthCheckSpec.DefaultInterval));
        next = await SetAsync(next, Questions.HealthCheckTimeout, "Timeout (s)", Metadata.HealthCheckTimeout, ct, Text(HealthCheckSpec.DefaultTimeout));
        return await SetAsync(next, Questions.HealthCheckFailures, "Failure threshold", Metadata.HealthCheckFailureThreshold, ct, Text(HealthCheckSpec.DefaultFailureThreshold));
    }

    private async Task<ServiceDraft> RollingUpdateAsync(ServiceDraft draft, CancellationToken ct)
    {
        ServiceDraft next = await SetAsync(draft, Questions.MaxSurge, "Max surge", Metadata.MaxSurge, ct);
        next = await SetAsync(next, Questions.MaxUnavailable, "Max unavailable", Metadata.MaxUnavailable, ct);
        return await SetAsync(next, Questions.GracePeriod, "Termination grace period (s)", Metadata.TerminationGracePeriod, ct);
    }

    // The four belong together, so they are judged when all are there.
    private async Task<ServiceDraft> AutoscalingAsync(ServiceDraft draft, CancellationToken ct)
    {
        while (true)
        {
            ServiceDraft next = draft;
            next = next.With(Metadata.AutoscaleMin, await talk.ValueAsync(Questions.AutoscaleMin, "Min replicas", _ => null, ct));
            next = next.With(Metadata.AutoscaleMax, await talk.ValueAsync(Questions.AutoscaleMax, "Max replicas", _ => null, ct));
            const string Offer = "Metrics (qps, cpu, gpu, memory; multi-select with comma)";
            string[] metrics = Listed(await talk.ValueAsync(Questions.AutoscaleMetric, Offer, OneOrMore, ct));
            next = Scaled(next, metrics, await ThresholdsAsync(metrics, ct));
            if (AnswerCheck.FirstNew(draft, next) is not { } wrong)
            {
                return next;
            }

            foreach (Question question in (Question[])[Questions.AutoscaleMin, Questions.AutoscaleMax, Questions.AutoscaleMetric, Questions.AutoscaleThreshold])
            {
                talk.Doubt(question);
            }

            talk.Say(wrong);
        }
    }

    private async Task<string[]> ThresholdsAsync(string[] metrics, CancellationToken ct)
    {
        string label = metrics.Length == 1 ? "Threshold" : $"Thresholds of {string.Join(", ", metrics)}";
        Diagnostic? Check(string text) => Listed(text).Length == metrics.Length ? null : ToolDiagnostics.AnswerNotOffered.At(
            SourceLocation.None,
            text.Shown(),
            Questions.AutoscaleThreshold.Key,
            $"{metrics.Length} numbers separated by commas, one for each metric");
        return Listed(await talk.ValueAsync(Questions.AutoscaleThreshold, label, Check, ct));
    }

    /// <summary>The first metric is the service's own metadata, each further one an item.</summary>
    private static ServiceDraft Scaled(ServiceDraft draft, string[] metrics, string[] thresholds) =>
        draft.With(Metadata.AutoscaleMetric, metrics[0]).With(Metadata.AutoscaleThreshold, thresholds[0]) with
        {
            ScaleRules = [.. metrics.Zip(thresholds).Skip(1).Select(
                rule => DraftItem.Create(rule.First, (Metadata.Service, draft.Name), (Metadata.Threshold, rule.Second)))],
        };

    private static string[] Listed(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Diagnostic? OneOrMore(string text) => Listed(text).Length > 0 ? null : ToolDiagnostics.AnswerNotOffered.At(
        SourceLocation.None, text.Shown(), Questions.AutoscaleMetric.Key, "one or more of qps, cpu, gpu and memory");

    /// <param name="leftOut">Value that need not be written, because the build takes it anyway; empty = none.</param>
    private async Task<ServiceDraft> SetAsync(ServiceDraft draft, Question question, string label, string name, CancellationToken ct, string leftOut = "")
    {
        Diagnostic? Check(string text) => AnswerCheck.FirstNew(draft, draft.With(name, text));
        string value = await talk.ValueAsync(question, label, Check, ct);
        return value == leftOut ? draft.Without(name) : draft.With(name, value);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="Metadata">What it writes; the first of them tells that it is on.</param>
    private sealed record Feature(string Key, string Title, string Description, ImmutableArray<string> Metadata)
    {
        public bool IsOn(ServiceDraft draft) => Metadata.Any(name => draft[name] is not null);
    }
}
