using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3101ChipMismatchTests
{
    private static readonly Dictionary<string, string> s_images = new()
    {
        ["GPU"] = "vllm:0.14.0-gpu",
        ["CPU"] = "pai-rag:0.4.3",
        ["PPU"] = "vllm:0.14.0-ppu",
        ["XPU"] = "vllm:0.14.0-xpu",
    };

    private static readonly Dictionary<string, string> s_types = new()
    {
        ["GPU"] = "ecs.gn7i-c16g1.4xlarge",
        ["CPU"] = "ecs.c6.large",
        ["PPU"] = "ecs.ebmppu1.16xlarge",
        ["XPU"] = "ecs.egs1-c8x1.2xlarge",
    };

    public static IEnumerable<object[]> Pairs => s_images.Keys.SelectMany(image => s_types.Keys.Select(type => new object[] { image, type }));

    [TestMethod]
    [DynamicData(nameof(Pairs))]
    public void An_image_needs_an_instance_with_its_own_chip(string image, string type)
    {
        TestService service = TestService.Valid.With("Image", s_images[image]).With("InstanceType", s_types[type]);
        IReadOnlyList<Diagnostic> findings = service.Findings("EAS3101");
        bool isSwitched = image == "GPU" && type == "CPU";
        if (image == type || isSwitched)
        {
            Assert.IsEmpty(findings);
            return;
        }

        Diagnostic finding = Assert.ContainsSingle(findings);
        Assert.AreEqual(service.LineOf("InstanceType"), finding.Location.Line);
        StringAssert.EndsWith(finding.Message, $"Set InstanceType to {s_types[image]}.");
    }

    [TestMethod]
    public void The_message_names_both_chips_in_whole_words()
    {
        Diagnostic finding = TestService.Valid.With("Image", "vllm:0.14.0-xpu").Finding("EAS3101");
        Assert.AreEqual(
            "service 'qwen_chat': image 'vllm:0.14.0-xpu' needs an XPU instance, but 'ecs.gn7i-c16g1.4xlarge' is a GPU instance. Set InstanceType to ecs.egs1-c8x1.2xlarge.",
            finding.Message);
    }

    [TestMethod]
    [DataRow("ecs.c6.large", 0)]
    [DataRow("ecs.gn7i-c16g1.4xlarge", 0)]
    [DataRow("ecs.ebmppu1.16xlarge", 1)]
    public void With_several_image_chips_any_may_match(string type, int findings) =>
        Assert.HasCount(findings, TestService.Valid.With("Image", "tensorflow-serving:2.14.1").With("InstanceType", type).Findings("EAS3101"));

    [TestMethod]
    public void Each_entry_of_a_list_that_misses_is_named()
    {
        TestService service = TestService.Valid.With("InstanceType", "ecs.gn7i-c16g1.4xlarge;ecs.c6.large;ecs.ebmppu1.16xlarge");
        string[] messages = [.. service.Findings("EAS3101").Select(finding => finding.Message)];
        Assert.HasCount(2, messages);
        StringAssert.Contains(messages[0], "'ecs.c6.large' is a CPU instance");
        StringAssert.Contains(messages[1], "'ecs.ebmppu1.16xlarge' is a PPU instance");
    }

    [TestMethod]
    public void Without_any_fitting_type_the_message_says_so()
    {
        Catalog catalog = TestCatalog.Queried with { InstanceTypes = [.. TestCatalog.InstanceTypes.Where(type => !type.Name.Contains("egs"))] };
        string message = TestService.Valid.With("Image", "vllm:0.14.0-xpu").Finding("EAS3101", catalog).Message;
        StringAssert.EndsWith(message, "Set InstanceType to an XPU type when the region has one again.");
    }

    [TestMethod]
    [DataRow("python-inference:py39-ubuntu2004")]
    [DataRow("registry.example.test/team/server:1")]
    [DataRow("nobody:1")]
    public void An_image_whose_chip_is_not_known_is_not_judged(string image) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).Findings("EAS3101"));
}
