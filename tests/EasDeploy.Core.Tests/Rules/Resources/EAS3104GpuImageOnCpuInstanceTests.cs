using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3104GpuImageOnCpuInstanceTests
{
    private static readonly DeploymentPolicy s_noSwitch = DeploymentPolicy.Default with { AutoSwitchInstance = false };

    [TestMethod]
    public void With_the_switch_off_a_GPU_image_on_a_CPU_type_is_this_one_error()
    {
        TestService service = TestService.Valid.With("InstanceType", "ecs.c7.xlarge");
        CheckedService judged = service.Check(policy: s_noSwitch);
        Diagnostic finding = Assert.ContainsSingle(judged.Diagnostics);
        Assert.AreEqual("EAS3104", finding.Code);
        Assert.AreEqual(service.LineOf("InstanceType"), finding.Location.Line);
        StringAssert.EndsWith(finding.Message, "Set InstanceType to ecs.gn7i-c16g1.4xlarge, or EasAutoSwitchInstance to true.");
    }

    [TestMethod]
    public void With_the_switch_on_it_is_a_warning_of_resolution()
    {
        CheckedService judged = TestService.Valid.With("InstanceType", "ecs.c7.xlarge").Check();
        Diagnostic finding = Assert.ContainsSingle(judged.Diagnostics);
        Assert.AreEqual("EAS3901", finding.Code);
        Assert.IsNotNull(judged.Valid);
    }

    [TestMethod]
    [DataRow("vllm:0.14.0-xpu", "ecs.c7.xlarge")]
    [DataRow("pai-rag:0.4.3", "ecs.c7.xlarge")]
    [DataRow("tensorflow-serving:2.14.1", "ecs.c7.xlarge")]
    [DataRow("vllm:0.14.0-gpu", "ecs.gn7i-c16g1.4xlarge")]
    [DataRow("vllm:0.14.0-gpu", "ecs.c7.xlarge;ecs.gn7i-c16g1.4xlarge")]
    public void Every_other_pair_is_left_to_the_other_rules(string image, string types) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).With("InstanceType", types).Findings("EAS3104", policy: s_noSwitch));
}
