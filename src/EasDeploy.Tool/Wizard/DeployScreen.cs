using System.Collections.Immutable;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Catalogs;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Plans;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;
using EasDeploy.Tool.Commands;

namespace EasDeploy.Tool.Wizard;

/// <summary>What a person wants after the preview.</summary>
internal enum DeployAction
{
    Deploy,
    Modify,
    Save,
    Cancel,
}

/// <summary>Phase 6: preview, menu, deployment.</summary>
/// <remarks>Source: deployment workflow, steps 6.1 to 6.7; every block of text is Core's.</remarks>
internal sealed class DeployScreen(Conversation talk, WizardCloud cloud)
{
    private static readonly ImmutableArray<string> s_actions = ["deploy", "modify", "save", "cancel"];

    /// <summary>Queries every catalog the service needs, checks, and shows what would be sent.</summary>
    /// <returns>The document; null = a rule objects.</returns>
    public async Task<ServiceConfig?> PreviewAsync(ServiceDraft draft, CancellationToken ct)
    {
        ServiceSpec spec = draft.ToSpec();
        Catalog catalog = await CatalogQuery.RunAsync(await cloud.OpenAsync(ct), draft.Region!, [spec], TimeProvider.System, ct);
        CheckedService judged = RuleSet.Check(ServiceResolver.Resolve(spec, catalog, CheckPurpose.Deployment));
        talk.Say($"\n{PreviewText.Compatibility(judged)}\n", judged.Valid is null ? Tone.Error : Tone.Good);
        foreach (Diagnostic finding in judged.Diagnostics)
        {
            talk.Say(finding);
        }

        if (judged.Valid is not { } valid)
        {
            return null;
        }

        ServiceConfig config = ServiceConfig.From(valid);
        talk.Say(PreviewText.Config(config));
        if (await FindLiveAsync(draft.Name, ct) is { } live)
        {
            talk.Say($"\nService '{draft.Name}' exists since {live.CreateTime ?? "an unknown time"} (status {live.Status}): a deployment deletes it and creates it again.", Tone.Warning);
        }

        return config;
    }

    /// <returns>Null = there is none, or it cannot be asked: then the deployment says so.</returns>
    private async Task<LiveService?> FindLiveAsync(string name, CancellationToken ct)
    {
        try
        {
            return await (await cloud.OpenAsync(ct)).DescribeServiceAsync(name, ct);
        }
        catch (CloudException)
        {
            return null;
        }
    }

    public async Task<DeployAction> ActionAsync(WizardTarget target, CancellationToken ct)
    {
        talk.Say($"\nSelect:\n1. Confirm deploy\n2. Modify config\n3. {target.SaveTitle}\n4. Cancel");
        return (DeployAction)await talk.ChooseAsync(Questions.Action, s_actions, ct);
    }

    /// <summary>Creates the service and waits, with each step and status as it comes.</summary>
    /// <param name="previewed">Shown already; not shown again while it stays the same.</param>
    /// <param name="output">Full path; <c>&lt;name&gt;/deployment.json</c> goes below it, and what a failure leaves.</param>
    public async Task<DeploymentResult> DeployAsync(ServiceDraft draft, ServiceConfig previewed, WizardTarget target, string output, CancellationToken ct)
    {
        AliyunCloud open = await cloud.OpenAsync(ct);
        bool isEmulated = cloud.Access.IsEmulated;
        ServiceSpec spec = draft.ToSpec();
        DeploymentFiles files = new(output, draft.Region!, isEmulated);
        files.Begin([spec]);
        using ServiceProbe probe = new(cloud.UserAgent);
        DeploymentSurroundings surroundings = await LocalSurroundings.OfAsync(
            open, probe, draft.Region!, isEmulated, LocalSurroundings.UserStatePath(open, draft.Region!), "", UserAgent.NewRunId(), 1,
            CommandText.After(CommandText.Quoted(target.Near(target.DocumentOf(draft.Name))), cloud.AccessAgain), ct);
        ImmutableArray<DeploymentResult> results = await new ServicesDeployment(open, open, surroundings, new LiveProgress(talk, previewed))
            .RunAsync([spec], ct);
        if (files.End(results[0]) is { } summary)
        {
            talk.Say($"Diagnosis: {target.Near(summary)}");
        }

        return results[0];
    }

    /// <summary>One line for each step; the preview only where it is not what was shown before the confirmation.</summary>
    private sealed class LiveProgress(Conversation talk, ServiceConfig previewed) : IProgress<DeploymentProgress>
    {
        private readonly string _preview = PreviewText.Config(previewed);
        private readonly string _compatibility = PreviewText.Compatibility(RuleSet.Check(previewed.Service));
        private readonly ImmutableArray<Diagnostic> _shown = RuleSet.Check(previewed.Service).Diagnostics;

        public void Report(DeploymentProgress value)
        {
            if (value.Diagnostic is { } finding)
            {
                if (!_shown.Contains(finding))
                {
                    talk.Say(finding);
                }
            }
            else if (value.Text != _preview && value.Text != _compatibility)
            {
                talk.Say(value.Text);
            }
        }
    }
}
