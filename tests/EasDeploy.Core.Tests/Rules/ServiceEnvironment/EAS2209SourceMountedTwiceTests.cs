using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2209SourceMountedTwiceTests
{
    [TestMethod]
    public void The_second_mount_is_reported()
    {
        TestService service = TestService.Valid.WithStorage("oss://yqtest-model/Qwen3.5-0.8B", ("MountPath", "/data"));
        Diagnostic finding = service.Finding("EAS2209");
        Assert.AreEqual(30, finding.Location.Line);
        StringAssert.Contains(finding.Message, "is mounted at '/model_dir' and at '/data'");
    }

    [TestMethod]
    public void Two_folders_of_a_bucket_pass() =>
        Assert.IsEmpty(TestService.Valid.WithStorage("oss://yqtest-model/lora/", ("MountPath", "/data")).Findings("EAS2209"));
}
