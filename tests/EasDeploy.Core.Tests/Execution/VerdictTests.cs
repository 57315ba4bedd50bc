using System.Globalization;
using System.Text;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Specs;
using EasDeploy.Testing;
using static EasDeploy.Core.Tests.Execution.LifeCycleScripts;
using static EasDeploy.Execution.DeploymentOutcome;

namespace EasDeploy.Core.Tests.Execution;

/// <summary>Plays every life cycle under several waits on a virtual clock; <c>docs/reference/verdicts.md</c> is what came of it.</summary>
[TestClass]
public sealed class VerdictTests
{
    /// <summary>Status calls after the deciding moment, that of the verdict included.</summary>
    private const int PollsAllowed = 2;

    private static readonly (string Name, DeploymentPolicy Policy, double? CancelledAt) s_default = ("default", DeploymentPolicy.Default, null);
    private static readonly (string Name, DeploymentPolicy Policy, double? CancelledAt) s_short = ("60 s", DeploymentPolicy.Default with { WaitTimeout = TimeSpan.FromSeconds(60) }, null);
    private static readonly (string Name, DeploymentPolicy Policy, double? CancelledAt) s_none = ("EasVerify=None", DeploymentPolicy.Default with { Verify = VerifyLevel.None }, null);
    private static readonly (string Name, DeploymentPolicy Policy, double? CancelledAt) s_model = ("EasVerify=Model", DeploymentPolicy.Default with { Verify = VerifyLevel.Model }, null);
    private static readonly (string Name, DeploymentPolicy Policy, double? CancelledAt) s_cancelled = ("Ctrl+C at 20 s", DeploymentPolicy.Default, 20);

    private static readonly (LifeCycleScript Script, (string Name, DeploymentPolicy Policy, double? CancelledAt) Wait, DeploymentOutcome Outcome, string? Code)[] s_rows =
    [
        (Healthy, s_default, Running, null), (Healthy, s_short, Running, null), (Healthy, s_none, Running, null), (Healthy, s_model, Running, null),
        (Healthy, s_cancelled, Cancelled, "EAS6303"),
        (SlowModel, s_default, Running, null), (SlowModel, s_short, TimedOut, "EAS6301"), (SlowModel, s_model, Running, null),
        (Stuck, s_default, TimedOut, "EAS6301"), (Stuck, s_short, TimedOut, "EAS6301"), (Stuck, s_cancelled, Cancelled, "EAS6303"),
        (UnhealthyForEver, s_default, TimedOut, "EAS6301"),
        (ImagePull, s_default, FailedEarly, "EAS6312"), (ImagePull, s_short, FailedEarly, "EAS6312"), (ImagePull, s_cancelled, FailedEarly, "EAS6312"),
        (ImagePullInMessage, s_default, FailedEarly, "EAS6312"),
        (CrashLoop, s_default, FailedEarly, "EAS6312"), (CrashLoop, s_short, FailedEarly, "EAS6312"),
        (CrashLoopInContainer, s_default, FailedEarly, "EAS6312"),
        (NoStock, s_default, FailedEarly, "EAS6312"), (NoStockFirst, s_default, Running, null), (NoStockBoth, s_default, FailedEarly, "EAS6312"),
        (WrongChip, s_default, FailedEarly, "EAS6312"), (ModelMissing, s_default, FailedEarly, "EAS6312"),
        (OutOfMemory, s_default, FailedEarly, "EAS6312"), (CudaMemory, s_default, FailedEarly, "EAS6312"), (Overdue, s_default, FailedEarly, "EAS6312"),
        (PullOnceFailed, s_default, Running, null), (PullKeepsFailing, s_default, FailedEarly, "EAS6312"),
        (RestartsTwice, s_default, Running, null), (RestartsAgain, s_default, FailedEarly, "EAS6312"),
        (Liveness, s_default, FailedEarly, "EAS6312"), (Evicted, s_default, FailedEarly, "EAS6312"),
        (PendingThenScheduled, s_default, Running, null), (PendingThenScheduled, s_short, TimedOut, "EAS6301"), (PendingForEver, s_default, FailedEarly, "EAS6312"),
        (MountFails, s_default, FailedEarly, "EAS6312"), (Quota, s_default, FailedEarly, "EAS6312"),
        (Fails, s_default, Failed, "EAS6302"), (FailsWithReason, s_default, Failed, "EAS6302"), (FailsWithReason, s_none, Failed, "EAS6302"),
        (Stops, s_default, Failed, "EAS6302"), (Vanishes, s_default, Failed, "EAS6302"),
        (VisibleLate, s_default, Running, null), (Outage, s_default, Running, null), (Outage, s_short, TimedOut, "EAS6301"),
        (Refused, s_default, TimedOut, "EAS6309"), (EventsRefused, s_default, Running, null), (EventsThrottled, s_default, Failed, "EAS6302"),
        (OldEvents, s_default, Running, null),
        (GatewayLate, s_default, Running, null), (GatewayLate, s_none, Running, null), (GatewayUnknown, s_default, Running, null),
        (GatewayNever, s_default, NotVerified, "EAS6313"), (GatewayNever, s_none, Running, null),
        (Flaps, s_default, Running, null), (FailsWhileAsked, s_default, Failed, "EAS6302"),
        (ModelFails, s_default, Running, null), (ModelFails, s_model, NotVerified, "EAS6314"), (ModelLate, s_model, Running, null), (Embedder, s_model, Running, null),
        (IntranetOnly, s_default, Running, null), (IntranetOnly, s_model, Running, null),
    ];

    [TestMethod]
    public async Task Every_life_cycle_gets_its_verdict_in_time()
    {
        Assert.IsGreaterThanOrEqualTo(40, s_rows.Length);
        StringBuilder page = new("""
            # Verdicts

            Written by a test (`VerdictTests.cs`), which plays each life cycle on a virtual clock and checks outcome, code and polls; change it there.

            *Decided* is when the life cycle settled what becomes of the service, *verdict* when the deployment said so, both in seconds after the creation; *polls* are the
            status calls from the one to the other, the last included: two at most, for every life cycle. Without a number nothing was decided before the limit or Ctrl+C.
            *Calls* are those beside the status: events, instances, containers, log, diagnosis. *Exit* is that of `dotnet publish`.

            | life cycle | wait | outcome | code | exit | decided | verdict | polls | status calls | calls |
            |---|---|---|---|---|---|---|---|---|---|

            """);
        foreach (var row in s_rows)
        {
            page.Append(await PlayAsync(row.Script, row.Wait, row.Outcome, row.Code));
        }

        Golden.Check(page.ToString(), "../../../docs/reference/verdicts.md");
    }

    private static async Task<string> PlayAsync(
        LifeCycleScript script, (string Name, DeploymentPolicy Policy, double? CancelledAt) wait, DeploymentOutcome outcome, string? code)
    {
        using Deployment run = new() { Policy = wait.Policy, Jitter = 0.5 };
        script.Play(run);
        run.Cloud.OnCall = call =>
        {
            if (wait.CancelledAt is { } at && run.Cloud.TimesOf("CreateService qwen_chat") is [var created]
                && run.Cloud.TimesOf(call) is [.., var now] && (now - created).TotalSeconds >= at)
            {
                run.Cancel();
            }
        };

        DeploymentResult result = await run.RunAsync(script.InstanceTypes is { } types ? SampleServices.Qwen(("InstanceType", types)) : null);

        string row = $"{script.Name}, {wait.Name}";
        Assert.AreEqual(outcome, result.Outcome, $"{row}\n{run.Everything}");
        Diagnostic[] errors = [.. result.Diagnostics.Where(finding => finding.Severity == Severity.Error)];
        Assert.AreEqual(code, errors.LastOrDefault()?.Code, row);
        double start = run.Cloud.TimesOf("CreateService qwen_chat").Single().TotalSeconds;
        double[] polls = [.. run.Cloud.TimesOf("DescribeService qwen_chat").Skip(1).Select(at => at.TotalSeconds - start)];
        bool isVerified = wait.Policy.Verify != VerifyLevel.None;
        double? decided = script.Decider(isVerified)?.At;
        double verdict = (result.EndedAt - result.StartedAt).TotalSeconds - start;
        bool isByItself = code is "EAS6301" or "EAS6303" || (result.Outcome == NotVerified && decided is null);
        Assert.AreEqual(isByItself, decided is null || decided > verdict, $"{row}: only the limit or Ctrl+C ends what is not decided");
        // A Running service is looked at once more after it has answered; where an answer decides, the calls of the service count instead.
        int? after = isByItself ? null
            : script.Decider(isVerified) is { Status: null, Answers: not null } ? run.Probe.Times.Count(at => at.TotalSeconds - start >= decided)
            : polls.Count(at => at >= decided) - (result.Outcome is Running && isVerified ? 1 : 0);
        if (after is { } needed)
        {
            Assert.IsInRange(1, PollsAllowed, needed, row);
        }

        int calls = run.Cloud.Calls.SkipWhile(call => call != "CreateService qwen_chat").Count(call => !call.StartsWith("DescribeService qwen_chat", StringComparison.Ordinal)) - 1;
        Assert.IsLessThanOrEqualTo(240 * Math.Max(1, verdict / 600), polls.Length, row);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {script.Name} | {wait.Name} | {DeploymentRecord.Word(result.Outcome)} | {code ?? ""} | {(result.IsSuccess ? 0 : 1)} | {decided} | {verdict:0.0} | {after} | {polls.Length} | {calls} |\n");
    }
}
