using System.Collections.Immutable;
using EasDeploy.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Tool.Commands;
using EasDeploy.Tool.Deploying;

namespace EasDeploy.Tool.Wizard;

/// <summary>The whole conversation: the steps in order, back and forth, then preview, menu and deployment.</summary>
internal sealed class WizardRun(Conversation talk, WizardCloud cloud, AnswersKeeper keeper, WizardTarget target)
{
    /// <summary>Key of what follows the last step.</summary>
    private const string Preview = "preview";

    private static readonly ImmutableArray<string> s_afterFailure = ["modify", "retry", "end"];

    private readonly DeployScreen _deploy = new(talk, cloud);
    private readonly ImmutableArray<WizardStep> _steps = Steps(talk, cloud);
    private bool _hasFailed;
    private readonly Stack<(int Step, ServiceDraft Draft)> _asked = [];

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="StoppedException">An answer is missing, and nobody can be asked.</exception>
    public async Task<int> RunAsync(SavedAnswers start, CancellationToken ct)
    {
        talk.Say("PAI-EAS service deployment", Tone.Heading);
        talk.Say("At any question: b = back, q = quit (the answers are kept for --resume)");
        cloud.Region = start.Draft.Region;
        if (start.Draft.Name.Length > 0)
        {
            talk.Say($"Going on with service '{start.Draft.Name}'.");
        }

        // Whoever goes on may also go back: into every step that was answered then.
        for (int step = 1; step < IndexOf(start.NextStep); step++)
        {
            _asked.Push((step, start.Draft));
        }

        SavedAnswers at = start;
        try
        {
            while (true)
            {
                at = await AskAsync(at, ct);
                if (await FinishAsync(at.Draft, ct) is { } code)
                {
                    return code;
                }

                at = Back(at);
            }
        }
        catch (ScreenLeftException left) when (left.Reason == LeaveReason.NoAnswer)
        {
            string key = left.Question!.Key;
            throw StoppedException.AnswerNeeded(
                $"question '{key}'", $"Add the line '{key}: <value>' to a file and pass it with --answers, or run the command in a terminal");
        }
        catch (ScreenLeftException)
        {
            talk.Say(Farewell());
            return ExitCode.Cancelled;
        }
        catch (CloudException)
        {
            talk.Say(Kept());
            throw;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Ctrl+C leaves the cursor behind the mark.
            talk.Say("\n" + Farewell());
            return ExitCode.Cancelled;
        }
    }

    private static ImmutableArray<WizardStep> Steps(Conversation talk, WizardCloud cloud)
    {
        BasicInfoScreen basicInfo = new(talk, cloud);
        ServiceEnvironmentScreen environment = new(talk, cloud);
        ResourcesScreen resources = new(talk, cloud);
        return
        [
            new("region", "Phase 1: Basic Info", basicInfo.RegionAsync),
            new("name", "", basicInfo.NameAsync),
            new("workspace", "", basicInfo.WorkspaceAsync),
            new("image", "Phase 2: Environment", environment.ImageAsync),
            new("storage", "", new StorageScreen(talk, cloud).StorageAsync),
            new("command", "", environment.CommandAsync),
            new("port", "", environment.PortAsync),
            new("resource", "Phase 3: Resources", resources.ResourceAsync),
            new("replicas", "", resources.ReplicasAsync),
            new("network", "Phase 4: Network", new NetworkScreen(talk, cloud).NetworkAsync),
            new("features", "Phase 5: Service Features", new ServiceFeaturesScreen(talk).FeaturesAsync),
        ];
    }

    /// <summary>Runs the steps that have no answer yet. A step that asked nothing is no place to go back to.</summary>
    private async Task<SavedAnswers> AskAsync(SavedAnswers from, CancellationToken ct)
    {
        (int step, ServiceDraft draft) = (IndexOf(from.NextStep), from.Draft);
        bool isGoingBack = false;
        while (step < _steps.Length)
        {
            int answered = talk.Answered;
            talk.Say(_steps[step].Phase.Length > 0 ? $"\n## {_steps[step].Phase}\n" : "", Tone.Heading);
            try
            {
                ServiceDraft next = await _steps[step].RunAsync(draft, ct);
                bool hasAsked = talk.Answered > answered;
                if (hasAsked)
                {
                    _asked.Push((step, draft));
                }

                // Answers of an earlier run do not tell which steps asked: one that did not is gone back over.
                (step, draft) = isGoingBack && !hasAsked && _asked.TryPop(out (int Step, ServiceDraft Draft) before) ? before : (step + 1, next);
                isGoingBack &= !hasAsked;
                keeper.Keep(new SavedAnswers(KeyAt(step), draft));
            }
            catch (ScreenLeftException left) when (left.Reason == LeaveReason.Back)
            {
                // In the middle of a step it starts again; at its first question the step before does.
                if (talk.Answered == answered + 1 && _asked.TryPop(out (int Step, ServiceDraft Draft) last))
                {
                    (step, draft) = last;
                    isGoingBack = true;
                }
            }
        }

        return new SavedAnswers(Preview, draft);
    }

    /// <returns>The exit code; null = back to the last step.</returns>
    private async Task<int?> FinishAsync(ServiceDraft draft, CancellationToken ct)
    {
        talk.Say("\n## Phase 6: Deploy", Tone.Heading);
        ServiceConfig? config = await _deploy.PreviewAsync(draft, ct);
        while (true)
        {
            try
            {
                switch (await _deploy.ActionAsync(target, ct))
                {
                    case DeployAction.Modify:
                        draft = await ModifyAsync(draft, ct);
                        config = await _deploy.PreviewAsync(draft, ct);
                        break;
                    case DeployAction.Cancel:
                        throw new ScreenLeftException(LeaveReason.Quit);
                    case var action when config is null:
                        talk.Refuse(Questions.Action, action == DeployAction.Deploy ? "deploy" : "save", "2 to modify the config: an error stands above");
                        break;
                    case DeployAction.Save:
                        if (await target.SaveAsync(talk, draft, config, ct))
                        {
                            keeper.Forget();
                            return ExitCode.Done;
                        }

                        break;
                    case DeployAction.Deploy:
                        (int? code, draft, config) = await DeployAsync(draft, config, ct);
                        if (code is not null)
                        {
                            return code;
                        }

                        break;
                }
            }
            catch (ScreenLeftException left) when (left.Reason == LeaveReason.Back)
            {
                return null;
            }
        }
    }

    /// <summary>Runs one step again, and nothing else.</summary>
    private async Task<ServiceDraft> ModifyAsync(ServiceDraft draft, CancellationToken ct)
    {
        while (await ModifyMenu.ChooseAsync(talk, draft, await cloud.MatchAsync(draft, ct), ct) is { } key)
        {
            try
            {
                draft = await _steps[IndexOf(key)].RunAsync(draft, ct);
                keeper.Keep(new SavedAnswers(Preview, draft));
                return draft;
            }
            catch (ScreenLeftException left) when (left.Reason == LeaveReason.Back)
            {
                // The menu again.
            }
        }

        return draft;
    }

    /// <returns>The exit code; null = the person goes on with the menu.</returns>
    private async Task<(int? Code, ServiceDraft Draft, ServiceConfig? Config)> DeployAsync(ServiceDraft draft, ServiceConfig config, CancellationToken ct)
    {
        while (true)
        {
            if (await target.SaveForDeploymentAsync(talk, draft, config, ct) is not { } output)
            {
                return (null, draft, config);
            }

            DeploymentResult result = await _deploy.DeployAsync(draft, config, target, output, ct);
            if (result.IsSuccess)
            {
                keeper.Forget();
                return (DeploymentOutput.CodeOf([result]), draft, config);
            }

            if (result.Outcome == DeploymentOutcome.Cancelled)
            {
                return (ExitCode.Cancelled, draft, config);
            }

            _hasFailed = true;
            talk.Say("\nThe service does not run:\n1. Modify config\n2. Deploy again\n3. End");
            int choice;
            try
            {
                choice = await talk.ChooseAsync(Questions.AfterFailure, s_afterFailure, ct);
            }
            catch (ScreenLeftException)
            {
                return (DeploymentOutput.CodeOf([result]), draft, config);
            }

            switch (choice)
            {
                case 0:
                    draft = await ModifyAsync(draft, ct);
                    return (null, draft, await _deploy.PreviewAsync(draft, ct));
                case 2:
                    return (DeploymentOutput.CodeOf([result]), draft, config);
            }
        }
    }

    private string Farewell() => _hasFailed ? Kept() : "Nothing was deployed. " + Kept();

    private string Kept() => $"Your answers are kept; go on with 'dotnet eas new --resume{target.Options}{CommandText.Options(cloud.Access)}'.";

    private SavedAnswers Back(SavedAnswers at) =>
        _asked.TryPop(out (int Step, ServiceDraft Draft) last) ? new SavedAnswers(KeyAt(last.Step), last.Draft) : at;

    private int IndexOf(string key)
    {
        for (int i = 0; i < _steps.Length; i++)
        {
            if (_steps[i].Key == key)
            {
                return i;
            }
        }

        return key == Preview ? _steps.Length : 0;
    }

    private string KeyAt(int step) => step < _steps.Length ? _steps[step].Key : Preview;
}
