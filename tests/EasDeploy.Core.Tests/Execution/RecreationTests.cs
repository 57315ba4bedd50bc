using System.Text.Json.Nodes;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Specs;
using EasDeploy.Testing;
using static EasDeploy.Core.Tests.Execution.ScriptedCloud;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class RecreationTests
{
    private static readonly string[] s_queries = ["ListWorkspaces", "ListImages", "DescribeMachineSpec", "GetImage", "ListBuckets", "ListObjects", "GetObject"];

    [TestMethod]
    public async Task The_old_service_is_deleted_waited_for_and_every_catalog_queried_again_before_the_new_one_is_created()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Is("Deleting"), Is("Deleting"), Absent, Is("Creating"), Is("Running"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        List<string> calls = [.. run.Cloud.Calls];
        int delete = calls.IndexOf("DeleteService qwen_chat");
        int create = calls.IndexOf("CreateService qwen_chat");
        Assert.IsGreaterThan(0, delete);
        CollectionAssert.AreEqual(Enumerable.Repeat("DescribeService qwen_chat", 3).ToList(), calls.GetRange(delete + 1, 3));
        CollectionAssert.AreEquivalent(s_queries, calls.GetRange(delete + 4, create - delete - 4));
        Golden.Check(string.Join("\n", run.Texts.Skip(2)) + "\n", "Expected/recreated.txt");
    }

    [TestMethod]
    public async Task The_new_service_keeps_the_token_and_nobody_reads_it()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Running"));

        await run.RunAsync();

        Assert.AreEqual(Token, JsonNode.Parse(run.Cloud.Bodies.Single())!["token"]!.GetValue<string>());
        Assert.DoesNotContain(Token, run.Everything);
    }

    [TestMethod]
    public async Task A_cloud_that_repeats_what_it_was_sent_does_not_leak_the_token()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, () => Live("Failed", "qwen_chat") with { Message = $"bad token {Token}" });
        run.Cloud.OnEvents = _ => [new ServiceEvent("Warning", "Failed", $"config was {{\"token\":\"{Token}\"}}", null)];

        DeploymentResult result = await run.RunAsync();

        Assert.HasCount(1, result.Events);
        Assert.Contains("***", run.Everything);
        Assert.DoesNotContain(Token, run.Everything);
    }

    [TestMethod]
    public async Task The_refusal_of_a_creation_does_not_leak_the_token()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent);
        run.Cloud.OnCreate = _ => throw Fault(CloudDiagnostics.Refused, message: $"body is wrong: {Token}");

        await run.RunAsync();

        Assert.Contains("body is wrong: ***", run.Everything);
        Assert.DoesNotContain(Token, run.Everything);
    }

    [TestMethod]
    public async Task The_second_publish_says_that_it_recreates()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Running"));

        DeploymentResult result = await run.RunAsync();

        Diagnostic said = Assert.ContainsSingle(finding => finding.Code == "EAS6901", result.Diagnostics);
        Assert.AreEqual(Severity.Info, said.Severity);
        Assert.Contains("exists since 2026-11-20T08:00:00Z (status Running)", said.Message);
    }

    [TestMethod]
    public async Task A_busy_cloud_is_not_taken_for_a_deleted_service()
    {
        using Deployment run = new();
        run.Cloud.Describes(
            "qwen_chat", Is("Running"), Throws(Fault(CloudDiagnostics.Throttled)), Is("Deleting"), Throws(Fault(CloudDiagnostics.ServerFault)), Absent, Is("Running"));

        DeploymentResult result = await run.RunAsync();

        List<string> calls = [.. run.Cloud.Calls];
        int between = calls.GetRange(calls.IndexOf("DeleteService qwen_chat"), calls.IndexOf("CreateService qwen_chat") - calls.IndexOf("DeleteService qwen_chat"))
            .Count(call => call == "DescribeService qwen_chat");
        Assert.AreEqual(4, between, "the creation must wait for the look that says 'gone'");
        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
    }

    [TestMethod]
    [DataRow("Deleting")]
    [DataRow("DeleteFailed")]
    public async Task A_deletion_that_never_ends_creates_nothing(string status)
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Is(status));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        Diagnostic error = Assert.ContainsSingle(finding => finding.Severity == Severity.Error, result.Diagnostics);
        Assert.AreEqual("EAS6304", error.Code);
        Assert.Contains($"is {status} and not gone", error.Message);
        Assert.AreEqual(0, run.Cloud.CountOf("CreateService qwen_chat"));
    }

    [TestMethod]
    public async Task A_creation_refused_after_the_deletion_says_that_nothing_answers_now()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent);
        run.Cloud.OnCreate = _ => throw Fault(CloudDiagnostics.Refused);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        CollectionAssert.AreEqual(new[] { "EAS7107", "EAS6332", "EAS6306" }, Errors(result));
        Assert.AreEqual(
            "the old service 'qwen_chat' was deleted, and the new one was not created. Correct the errors above and run the command again at once, "
            + "or bring the old one back with 'dotnet build -t:EasRollback': until then nothing answers under this name. Its backup is in /state.",
            result.Diagnostics[^1].Message);
    }

    [TestMethod]
    public async Task A_rule_that_objects_only_after_the_deletion_brings_the_old_service_back()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Absent, Is("Running"));
        run.Cloud.OnQuery = query => query == 1 ? SampleServices.Catalog : SampleServices.Catalog with { Images = SampleServices.Catalog.Images.RemoveAt(0) };

        DeploymentResult result = await run.RunAsync();

        CollectionAssert.AreEqual(new[] { "EAS2101" }, Errors(result));
        Assert.ContainsSingle(finding => finding.Code == "EAS6331", result.Diagnostics);
        Assert.Contains("\"image\":\"old\"", run.Cloud.Bodies.Single());
        Assert.AreEqual(Token, JsonNode.Parse(run.Cloud.Bodies.Single())!["token"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task A_change_of_the_catalog_after_the_deletion_is_shown_before_it_is_sent()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Running"));
        run.Cloud.OnQuery = query => query == 1
            ? SampleServices.Catalog
            : SampleServices.Catalog with { Workspaces = [new("9", "other", "ENABLED", true)] };

        await run.RunAsync();

        Assert.Contains("\"workspace_id\": \"9\"", run.Texts.Last(text => text.StartsWith("Generated service configuration", StringComparison.Ordinal)));
        Assert.AreEqual("9", JsonNode.Parse(run.Cloud.Bodies.Single())!["metadata"]!["workspace_id"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task The_queries_after_the_deletion_outlive_a_busy_cloud()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Running"));
        run.Cloud.OnQuery = query => query is 1 or > 3 ? SampleServices.Catalog : throw Fault(CloudDiagnostics.ServerFault);

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.Contains("Asking again in 1 s: The cloud reported a fault of its own (EAS7104)", run.Texts);
    }

    [TestMethod]
    public async Task A_name_still_held_after_the_deletion_is_asked_for_again()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Absent, Is("Running"));
        run.Cloud.OnCreate = _ => run.Cloud.CountOf("CreateService qwen_chat") < 3 ? throw Fault(CloudDiagnostics.Conflict) : Task.CompletedTask;

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome);
        Assert.AreEqual(3, run.Cloud.CountOf("CreateService qwen_chat"));
    }

    [TestMethod]
    public async Task A_lost_answer_to_the_deletion_goes_on_when_the_deletion_began()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"), Is("Deleting"), Is("Deleting"), Absent, Is("Running"));
        run.Cloud.OnDelete = _ => throw Fault(CloudDiagnostics.NoAnswerInTime, mayHaveBeenExecuted: true);

        Assert.AreEqual(DeploymentOutcome.Running, (await run.RunAsync()).Outcome);
        Assert.AreEqual(1, run.Cloud.CountOf("DeleteService qwen_chat"));
    }

    [TestMethod]
    public async Task A_lost_answer_to_a_deletion_that_did_not_begin_leaves_the_old_service_alone()
    {
        using Deployment run = new();
        run.Cloud.Describes("qwen_chat", Is("Running"));
        run.Cloud.OnDelete = _ => throw Fault(CloudDiagnostics.NoAnswerInTime, mayHaveBeenExecuted: true);

        DeploymentResult result = await run.RunAsync();

        CollectionAssert.AreEqual(new[] { "EAS7004" }, Errors(result));
        Assert.AreEqual(0, run.Cloud.CountOf("CreateService qwen_chat"));
    }

    [TestMethod]
    public async Task A_runner_that_lost_its_state_folder_finds_the_name_free_deploys_anew_and_has_nothing_to_resume()
    {
        using (Deployment lost = new())
        {
            lost.Cloud.Describes("qwen_chat", Is("Running"), Absent);
            lost.Cloud.OnCreate = _ => throw Fault(CloudDiagnostics.Refused);
            DeploymentResult failed = await lost.RunAsync();
            Assert.AreEqual("EAS6306", failed.Diagnostics[^1].Code);
            Assert.Contains("Its backup is in /state.", failed.Diagnostics[^1].Message, "somebody can still save it");
            Assert.AreNotEqual("", lost.State.Text(StateFile.Backup));
        }

        using Deployment resume = new() { RunId = new string('e', 32), IsResume = true };
        resume.Cloud.Describes("qwen_chat", Absent);
        DeploymentResult asked = await resume.RunAsync();
        Assert.AreEqual(
            "service 'qwen_chat' does not exist, and no unfinished deployment of it is in the state folder /state. "
            + "Point EasStatePath to the folder of the run that was interrupted, or run 'dotnet publish -p:DeployToEas=true' to deploy it anew.",
            asked.Diagnostics[^1].Message);
        Assert.HasCount(0, resume.Cloud.WriteTokens);

        using Deployment next = new() { RunId = new string('d', 32) };
        next.Cloud.Describes("qwen_chat", Absent, Is("Running"));
        DeploymentResult again = await next.RunAsync();
        Assert.AreEqual(DeploymentOutcome.Running, again.Outcome);
        Assert.AreEqual("", next.State.Text(StateFile.Backup));
    }

    [TestMethod]
    public async Task A_failed_new_service_of_a_lost_state_folder_is_all_there_is_to_go_back_to()
    {
        using Deployment next = new() { RunId = new string('d', 32) };
        LiveService left = Live("Failed", "qwen_chat") with
        {
            Labels = Live("Failed", "qwen_chat").Labels.Add("easdeploy.run", new string('c', 32)).Add("easdeploy.project", "App"),
        };
        next.Cloud.Describes("qwen_chat", () => left, Absent, Is("Running"));

        DeploymentResult result = await next.RunAsync();

        Assert.AreEqual(DeploymentOutcome.Running, result.Outcome, next.Everything);
        Diagnostic said = Assert.ContainsSingle(finding => finding.Code == "EAS6901", result.Diagnostics);
        Assert.Contains("(status Failed)", said.Message);
        Assert.DoesNotContain(finding => finding.Code == "EAS6335", result.Diagnostics, "nothing is known of the earlier run");
    }

    [TestMethod]
    [DataRow(OnExisting.Fail, "EAS6101")]
    public async Task A_policy_that_keeps_the_old_service_writes_nothing(OnExisting policy, string code)
    {
        using Deployment run = new() { Policy = DeploymentPolicy.Default with { OnExisting = policy } };
        run.Cloud.Describes("qwen_chat", Is("Running"));

        DeploymentResult result = await run.RunAsync();

        Assert.AreEqual(DeploymentOutcome.NotDeployed, result.Outcome);
        CollectionAssert.AreEqual(new[] { code }, Errors(result));
        Assert.IsNull(result.Status, "the old service is never the result");
        Assert.IsNull(result.InternetEndpoint);
        Assert.HasCount(0, run.Cloud.WriteTokens);
    }

    private static string[] Errors(DeploymentResult result) =>
        [.. result.Diagnostics.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code)];
}
