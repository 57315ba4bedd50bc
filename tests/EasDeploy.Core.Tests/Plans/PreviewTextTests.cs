using EasDeploy.Catalogs;
using EasDeploy.Core.Tests.Configs;
using EasDeploy.Items;
using EasDeploy.Plans;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using static EasDeploy.Core.Tests.Configs.SampleServices;

namespace EasDeploy.Core.Tests.Plans;

/// <summary>The words are the workflow's own (step 6.1).</summary>
[TestClass]
public sealed class PreviewTextTests
{
    private static readonly Catalog s_catalog = SampleServices.Catalog with
    {
        Images = SampleServices.Catalog.Images.Add(new CatalogImage(
            "image-xpu", "vllm:0.14.0-xpu", "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-xpu", [new ImageLabel("system.chipType", "XPU")])),
    };

    [TestMethod]
    public void A_fitting_image_passes_in_three_good_lines() => AssertCompatibility(
        Qwen(),
        "✅ Image chip type: GPU",
        $"✅ Instance type: {GpuType} (GPU instance)",
        "✅ Compatibility: Passed");

    [TestMethod]
    public void A_chip_mismatch_fails_in_three_bad_lines_with_the_reason() => AssertCompatibility(
        Qwen(("Image", "vllm:0.14.0-xpu")),
        "❌ Image chip type: XPU",
        $"❌ Instance type: {GpuType} (GPU instance)",
        "❌ Compatibility: Failed - XPU image requires XPU instance, please change image or instance type");

    [TestMethod]
    public void A_failure_of_another_kind_names_the_codes() => AssertCompatibility(
        Qwen(("Port", "8080"), ("ModelMountPath", "models")),
        "❌ Image chip type: GPU",
        $"❌ Instance type: {GpuType} (GPU instance)",
        "❌ Compatibility: Failed - see EAS2003, EAS2006");

    [TestMethod]
    public void A_switched_instance_is_shown_as_what_will_be_used() => AssertCompatibility(
        Qwen(("InstanceType", CpuType)),
        "✅ Image chip type: GPU",
        $"✅ Instance type: {GpuType} (GPU instance)",
        "✅ Compatibility: Passed");

    [TestMethod]
    public void Every_type_of_an_ordered_list_is_shown() => AssertCompatibility(
        Qwen(("InstanceType", $"{OtherGpuType};{GpuType}")),
        "✅ Image chip type: GPU",
        $"✅ Instance type: {OtherGpuType} (GPU instance), {GpuType} (GPU instance)",
        "✅ Compatibility: Passed");

    [TestMethod]
    public void A_resource_group_is_shown_by_its_name() => AssertCompatibility(
        Qwen(("InstanceType", ""), ("ResourceGroup", "eas-r-abcdefghij"), ("Cpu", "8"), ("Memory", "30720"), ("Gpu", "1")),
        "✅ Image chip type: GPU",
        "✅ Resource group: team_group",
        "✅ Compatibility: Passed");

    [TestMethod]
    [DataRow(GpuType, "• Instance: " + GpuType + " (1×A10, GPU)")]
    [DataRow(GpuType + ";" + OtherGpuType, "• Instance: " + GpuType + ", " + OtherGpuType)]
    public void The_summary_names_service_image_chip_instance_network_and_verdict(string types, string instance)
    {
        string text = PreviewText.Config(Config(Qwen(("InstanceType", types))));

        string[] summary = text.Split("Config Summary:\n")[1].Split('\n');
        CollectionAssert.AreEqual(
            new[] { "• Service Name: qwen_chat", "• Image: vllm:0.14.0-gpu (Chip: GPU)", instance, "• Network: Shared Gateway", "• Compatibility: ✅ Passed" }, summary);
    }

    [TestMethod]
    public void The_network_is_shown_as_it_will_be()
    {
        (string, string)[] network = [("VpcId", "vpc-bp13kiflgde6v9dc9smc8"), ("VSwitchIds", "vsw-h,vsw-i"), ("SecurityGroupId", "sg-bp1e36bfv61nfy1yudyc")];
        StringAssert.Contains(
            PreviewText.Config(Config(Qwen([("Gateway", "prod-gw"), .. network]))), "\n• Network: ALB Dedicated Gateway prod-gw (gw-48hmbdt00fi6x90gft)\n");
        ServiceItem listening = Qwen(network) with { NlbListeners = [Attached("default", ("Port", "9090"), ("NetType", "intranet"))] };
        StringAssert.Contains(PreviewText.Config(Config(listening)), "\n• Network: NLB default:9090\n");
    }

    [TestMethod]
    public void The_config_stands_between_two_rules_as_it_is_sent()
    {
        string[] parts = PreviewText.Config(Config(Qwen())).Split(PreviewText.Rule + "\n");

        Assert.HasCount(3, parts);
        Assert.AreEqual(Config(Qwen()).Text, parts[1]);
    }

    private static void AssertCompatibility(ServiceItem item, params string[] lines) => CollectionAssert.AreEqual(
        lines,
        PreviewText.Compatibility(RuleSet.Check(ServiceResolver.Resolve(Spec(item), s_catalog, CheckPurpose.Deployment))).Split('\n'));
}
