using EasDeploy.Core.Tests.Configs;
using EasDeploy.Core.Tests.Execution;
using EasDeploy.Execution;
using EasDeploy.Plans;
using EasDeploy.Specs;

namespace EasDeploy.Core.Tests.Plans;

[TestClass]
public sealed class DeploymentPlannerTests
{
    private const string Create = "CreateService";
    private const string CreateAndWait = "CreateService WaitUntilRunning";
    private const string Recreate = "BackUp DeleteService WaitUntilGone CheckAgain CreateService";
    private const string RecreateAndWait = "BackUp DeleteService WaitUntilGone CheckAgain CreateService WaitUntilRunning";

    /// <param name="steps">Steps of the plan; a code when it is refused.</param>
    [TestMethod]
    [DataRow(OnExisting.Recreate, true, CreateAndWait)]
    [DataRow(OnExisting.Recreate, false, Create)]
    [DataRow(OnExisting.Fail, true, CreateAndWait)]
    [DataRow(OnExisting.Fail, false, Create)]
    [DataRow(OnExisting.Update, true, CreateAndWait)]
    [DataRow(OnExisting.Update, false, Create)]
    public void A_free_name_is_created_under_every_policy(OnExisting policy, bool wait, string steps)
    {
        DeploymentPlan plan = Plan(policy, wait, existing: null);

        Assert.AreEqual(steps, Outline(plan));
        Assert.IsNull(plan.Existing);
    }

    [TestMethod]
    [DataRow(OnExisting.Recreate, true, null, RecreateAndWait)]
    [DataRow(OnExisting.Recreate, false, null, Recreate)]
    [DataRow(OnExisting.Recreate, true, "none", RecreateAndWait)]
    [DataRow(OnExisting.Recreate, false, "none", Recreate)]
    [DataRow(OnExisting.Recreate, true, "all", "EAS6103")]
    [DataRow(OnExisting.Recreate, false, "all", "EAS6103")]
    [DataRow(OnExisting.Recreate, true, "dangerous", "EAS6103")]
    [DataRow(OnExisting.Recreate, false, "dangerous", "EAS6103")]
    [DataRow(OnExisting.Fail, true, null, "EAS6101")]
    [DataRow(OnExisting.Fail, false, null, "EAS6101")]
    [DataRow(OnExisting.Fail, true, "none", "EAS6101")]
    [DataRow(OnExisting.Fail, true, "all", "EAS6101")]
    [DataRow(OnExisting.Fail, false, "dangerous", "EAS6101")]
    [DataRow(OnExisting.Update, true, null, "BackUp UpdateService WaitUntilRunning")]
    [DataRow(OnExisting.Update, false, null, "BackUp UpdateService")]
    [DataRow(OnExisting.Update, true, "none", "BackUp UpdateService WaitUntilRunning")]
    [DataRow(OnExisting.Update, true, "all", "EAS6103")]
    [DataRow(OnExisting.Update, false, "dangerous", "BackUp UpdateService")]
    public void A_taken_name_is_treated_as_the_policy_says(OnExisting policy, bool wait, string? safetyLock, string expected)
    {
        LiveService existing = ScriptedCloud.Live("Running", "qwen_chat") with { SafetyLock = safetyLock };

        DeploymentPlan plan = Plan(policy, wait, existing);

        Assert.AreEqual(expected, Outline(plan));
        Assert.AreSame(existing, plan.Existing);
    }

    [TestMethod]
    public void A_service_that_is_being_deleted_already_is_not_deleted_again()
    {
        DeploymentPlan plan = Plan(OnExisting.Recreate, wait: true, ScriptedCloud.Live("Deleting", "qwen_chat"));

        Assert.AreEqual("WaitUntilGone CheckAgain CreateService WaitUntilRunning", Outline(plan));
    }

    [TestMethod]
    public void The_refusal_to_touch_an_existing_service_names_its_status_and_both_endpoints()
    {
        LiveService existing = ScriptedCloud.Live("Running", "qwen_chat") with { IntranetEndpoint = null };

        string message = Plan(OnExisting.Fail, wait: true, existing).Refusal!.Message;

        Assert.AreEqual(
            "service 'qwen_chat' exists since 2026-11-20T08:00:00Z, status Running, "
            + "InternetEndpoint: http://1.cn-hangzhou.pai-eas.aliyuncs.com/api/predict/qwen_chat, IntranetEndpoint: (none for this network type). "
            + "Choose another name, or set OnExisting=\"Recreate\" to replace it.",
            message);
    }

    [TestMethod]
    public void The_message_about_a_safety_lock_names_the_lock()
    {
        DeploymentPlan plan = Plan(OnExisting.Recreate, wait: true, ScriptedCloud.Live("Running", "qwen_chat") with { SafetyLock = "dangerous" });

        Assert.Contains("safety lock 'dangerous'", plan.Refusal!.Message);
        Assert.AreEqual(SampleServices.Place, plan.Refusal.Location);
    }

    private static DeploymentPlan Plan(OnExisting policy, bool wait, LiveService? existing) => DeploymentPlanner.Plan(
        SampleServices.Config(SampleServices.Qwen(), DeploymentPolicy.Default with { OnExisting = policy, Wait = wait }), existing);

    private static string Outline(DeploymentPlan plan)
    {
        Assert.AreEqual(plan.Refusal is not null, plan.Steps.IsEmpty, "a plan either has steps or a refusal");
        return plan.Refusal?.Code ?? string.Join(" ", plan.Steps.Select(step => step.Action));
    }
}
