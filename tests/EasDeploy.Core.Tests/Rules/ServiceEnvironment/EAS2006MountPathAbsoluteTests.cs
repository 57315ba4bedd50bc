using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2006MountPathAbsoluteTests
{
    [TestMethod]
    [DataRow("model_dir", "is not an absolute path", "/model_dir")]
    [DataRow("./model", "is not an absolute path", "/model")]
    [DataRow("~/model", "is not an absolute path", "/model")]
    [DataRow("C:\\model", "is not an absolute path", "/data")]
    [DataRow("/data/../etc", "contains '..'", "/data/etc")]
    public void A_path_that_is_not_absolute_is_refused(string path, string reason, string offer)
    {
        TestService service = TestService.Valid.With("ModelMountPath", path);
        Diagnostic finding = service.Finding("EAS2006");
        Assert.AreEqual(service.LineOf("ModelMountPath"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"ModelMountPath '{path}' {reason}. Set ModelMountPath=\"{offer}\".");
    }

    [TestMethod]
    public void A_storage_item_without_a_mount_path_is_refused_at_the_item()
    {
        Diagnostic finding = TestService.Valid.WithStorage("oss://team-data/lora/").Finding("EAS2006");
        Assert.AreEqual(30, finding.Location.Line);
        Assert.AreEqual(
            "service 'qwen_chat': EasStorage 'oss://team-data/lora/' has no MountPath. Set MountPath=\"/data\".", finding.Message);
    }

    [TestMethod]
    [DataRow("/model_dir")]
    [DataRow("/mnt/models/")]
    [DataRow("/data/..hidden")]
    public void Absolute_paths_pass(string path) =>
        Assert.IsEmpty(TestService.Valid.WithStorage("oss://team-data/lora/", ("MountPath", path)).Findings("EAS2006"));
}
