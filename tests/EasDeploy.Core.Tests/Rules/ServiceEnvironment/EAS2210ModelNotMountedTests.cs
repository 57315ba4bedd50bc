using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2210ModelNotMountedTests
{
    [TestMethod]
    public void A_server_without_a_model_is_reported()
    {
        TestService service = TestService.Valid.Without("Model");
        Diagnostic finding = service.Finding("EAS2210");
        Assert.AreEqual(service.LineOf("Image"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "nothing is mounted");
    }

    [TestMethod]
    public void With_a_mount_or_a_command_of_the_authors_it_passes()
    {
        Assert.IsEmpty(TestService.Valid.Findings("EAS2210"));
        Assert.IsEmpty(TestService.Valid.Without("Model").WithStorage("oss://yqtest-model/q/", ("MountPath", "/model_dir")).Findings("EAS2210"));
        Assert.IsEmpty(TestService.Valid.Without("Model").With("Script", "vllm serve Qwen/Qwen3-0.6B --port 8000").Findings("EAS2210"));
        Assert.IsEmpty(TestService.Valid.Without("Model").With("Image", "pai-rag:0.4.3").With("InstanceType", "ecs.c7.xlarge").Findings("EAS2210"));
    }
}
