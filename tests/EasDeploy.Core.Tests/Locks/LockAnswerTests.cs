using System.Collections.Immutable;
using System.Text;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Locks;

[TestClass]
public sealed class LockAnswerTests
{
    private static readonly LockFile s_held = LockRoundTripTests.Made([TestService.Valid.Spec()], LockedServices.Catalog);

    [TestMethod]
    [DataRow("Image", "vllm:0.12.0-gpu", "it asks for Image 'vllm:0.12.0-gpu', and eas.lock.json holds 'vllm:0.14.0-gpu'")]
    [DataRow("InstanceType", "ecs.gn7i-c8g1.2xlarge", "it asks for InstanceType 'ecs.gn7i-c8g1.2xlarge', and eas.lock.json holds 'ecs.gn7i-c16g1.4xlarge'")]
    [DataRow("Workspace", "production", "it asks for Workspace 'production', and eas.lock.json holds '312319'")]
    [DataRow("Gateway", "prod-gw", "it asks for Gateway 'prod-gw', and eas.lock.json was made without one")]
    [DataRow("ResourceGroup", "production", "it asks for ResourceGroup 'production', and eas.lock.json was made without one")]
    [DataRow("GpuCount", "2", "it asks for GpuCount '2', and eas.lock.json was made without one")]
    public void A_question_the_lock_was_not_made_for_is_named_at_its_line(string metadata, string value, string what)
    {
        TestService service = TestService.Valid.With(metadata, value);
        Diagnostic gap = Assert.ContainsSingle(Gaps(s_held, service.Spec()));
        Assert.AreEqual("EAS8001", gap.Code);
        Assert.AreEqual(service.LineOf(metadata), gap.Location.Line);
        Assert.AreEqual($"service 'qwen_chat': {what}. Run 'dotnet build -t:EasUpdateLock' where the cloud can be reached, and commit the file.", gap.Message);
    }

    [TestMethod]
    public void What_does_not_concern_the_catalog_keeps_a_lock_good()
    {
        TestService service = TestService.Valid.With("Script", "serve --fast").With("Replicas", "3").With("HealthCheck", "tcp").With("Port", "9000");
        Assert.IsEmpty(Gaps(s_held, service.Spec()));
    }

    [TestMethod]
    public void A_service_without_an_entry_is_named_and_an_entry_without_a_service_does_no_harm()
    {
        Assert.Contains("eas.lock.json has no entry for it", Assert.ContainsSingle(Gaps(s_held, TestService.Valid.Named("other").Spec())).Message);
        Assert.IsEmpty(Gaps(s_held));
    }

    [TestMethod]
    public void A_question_no_longer_asked_is_named_too()
    {
        string message = Assert.ContainsSingle(Gaps(s_held, TestService.Valid.Without("Workspace").Spec())).Message;
        Assert.Contains("it asks for no Workspace, and eas.lock.json was made for '312319'", message);
    }

    [TestMethod]
    public void A_patch_that_asks_for_something_else_is_a_question_of_its_own()
    {
        ServiceSpec patched = LockedServices.All.Single(service => service.Item.Name == "patched").Named("qwen_chat").Spec();
        Diagnostic gap = Assert.ContainsSingle(Gaps(s_held, patched));
        Assert.Contains("it asks for ConfigPatch/InstanceType 'ecs.gn7i-c8g1.2xlarge', and eas.lock.json was made without one", gap.Message);
        Assert.AreEqual(patched.Item.ConfigPatch!.At("/cloud/computing/instance_type"), gap.Location);
    }

    [TestMethod]
    public void Facts_taken_out_by_hand_are_named()
    {
        foreach ((string list, string named) in new[] { ("InstanceTypes", "instance type 'ecs.gn7i-c16g1.4xlarge'"), ("Images", "image 'vllm:0.14.0-gpu'") })
        {
            System.Text.Json.Nodes.JsonNode root = System.Text.Json.Nodes.JsonNode.Parse(LockText.Write(s_held))!;
            root["services"]!["qwen_chat"]!["facts"]![list] = new System.Text.Json.Nodes.JsonObject();
            (LockFile? read, _) = LockReader.Read(Encoding.UTF8.GetBytes(root.ToJsonString()), "f");
            Diagnostic gap = Assert.ContainsSingle(Gaps(read!, TestService.Valid.Spec()));
            Assert.Contains($"eas.lock.json has no facts of {named}", gap.Message);
        }
    }

    [TestMethod]
    public void Another_region_is_one_gap_and_no_region_is_none()
    {
        Diagnostic gap = Assert.ContainsSingle(LockAnswer.Gaps(s_held, [TestService.Valid.Spec()], "cn-shanghai", false, TestService.At(1), "eas.lock.json"));
        Assert.Contains("the project: it is built for region 'cn-shanghai', and eas.lock.json holds 'cn-hangzhou'", gap.Message);
        Assert.IsEmpty(LockAnswer.Gaps(s_held, [TestService.Valid.Spec()], null, false, TestService.At(1), "eas.lock.json"));
    }

    [TestMethod]
    public void What_an_emulator_said_answers_no_build_for_the_cloud()
    {
        LockFile emulated = s_held with { IsEmulated = true };
        Diagnostic gap = Assert.ContainsSingle(LockAnswer.Gaps(emulated, [TestService.Valid.Spec()], null, isEmulated: false, TestService.At(1), "eas.lock.json"));
        Assert.Contains("the facts of eas.lock.json are an emulator's", gap.Message);
        Assert.IsEmpty(LockAnswer.Gaps(emulated, [TestService.Valid.Spec()], null, isEmulated: true, TestService.At(1), "eas.lock.json"));
        Assert.IsEmpty(LockAnswer.Gaps(s_held, [TestService.Valid.Spec()], null, isEmulated: true, TestService.At(1), "eas.lock.json"));
    }

    [TestMethod]
    public void A_newer_image_does_not_move_a_locked_service()
    {
        TestService family = TestService.Valid.With("Image", "vllm");
        LockFile held = LockRoundTripTests.Made([family.Spec()], LockedServices.Catalog with { Images = [.. TestCatalog.Images.Where(image => !image.Name.Contains("0.14.0"))] });
        Assert.AreEqual("vllm:0.12.0-gpu", family.Resolve(held.ToCatalog().For("qwen_chat")).Image.Value!.Name);
        LockFile moved = LockRoundTripTests.Made([family.Spec()], LockedServices.Catalog, held);
        Assert.AreEqual("vllm:0.14.0-gpu", family.Resolve(moved.ToCatalog().For("qwen_chat")).Image.Value!.Name);
        string[] changes = [.. LockChanges.Between(held, moved)];
        Assert.Contains("qwen_chat facts Images image-vllm-0.12.0-gpu Name: 'vllm:0.12.0-gpu' is gone", changes);
        Assert.Contains("qwen_chat facts Images image-vllm-0.14.0-gpu Name: 'vllm:0.14.0-gpu' is new", changes);
        Assert.IsEmpty(LockChanges.Between(moved, LockRoundTripTests.ReadBack(moved)));
    }

    [TestMethod]
    public void Changes_are_told_in_words()
    {
        Assert.AreEqual("qwen_chat is new", Assert.ContainsSingle(LockChanges.Between(null, s_held)));
        LockFile next = LockRoundTripTests.Made(
            [TestService.Valid.Named("other").Spec()], LockedServices.Catalog with { InstanceTypes = [.. TestCatalog.InstanceTypes.Select(type => type with { Cpu = 17 })] });
        CollectionAssert.AreEqual(new[] { "qwen_chat is gone", "other is new" }, LockChanges.Between(s_held, next).ToArray());
        LockFile moved = LockRoundTripTests.Made(
            [TestService.Valid.Spec()], LockedServices.Catalog with { InstanceTypes = [.. TestCatalog.InstanceTypes.Select(type => type with { Cpu = 17 })] }, s_held);
        Assert.AreEqual("qwen_chat facts InstanceTypes ecs.gn7i-c16g1.4xlarge Cpu: '16' becomes '17'", Assert.ContainsSingle(LockChanges.Between(s_held, moved)));
        Assert.AreEqual("the facts are an emulator's now", Assert.ContainsSingle(LockChanges.Between(s_held, s_held with { IsEmulated = true })));
    }

    private static ImmutableArray<Diagnostic> Gaps(LockFile held, params ServiceSpec[] specs) =>
        LockAnswer.Gaps(held, specs, "cn-hangzhou", false, TestService.At(1), "eas.lock.json");
}
