using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2202MountPathsOverlapTests
{
    [TestMethod]
    [DataRow("/model_dir", "the same path")]
    [DataRow("/model_dir//", "the same path")]
    [DataRow("/model_dir/lora", "inside")]
    public void A_mount_on_or_in_another_one_is_refused_at_the_later(string path, string relation)
    {
        Diagnostic finding = TestService.Valid.WithStorage("oss://team-data/lora/", ("MountPath", path)).Finding("EAS2202");
        Assert.AreEqual(30, finding.Location.Line);
        StringAssert.Contains(finding.Message, $"{relation} '/model_dir' where 'oss://yqtest-model/Qwen3.5-0.8B/' is mounted");
        StringAssert.EndsWith(finding.Message, "for example MountPath=\"/data\".");
    }

    [TestMethod]
    public void A_mount_around_another_one_is_refused_too()
    {
        TestService service = TestService.Valid.With("ModelMountPath", "/data/model").WithStorage("oss://team-data/lora/", ("MountPath", "/data"));
        string message = service.Finding("EAS2202").Message;
        StringAssert.Contains(message, "is mounted at '/data', around '/data/model'");
        StringAssert.EndsWith(message, "MountPath=\"/data2\".");
    }

    [TestMethod]
    [DataRow("/model_dir2")]
    [DataRow("/data")]
    [DataRow("relative")]
    [DataRow("/")]
    public void Paths_side_by_side_pass(string path) =>
        Assert.IsEmpty(TestService.Valid.WithStorage("oss://team-data/lora/", ("MountPath", path)).Findings("EAS2202"));
}
