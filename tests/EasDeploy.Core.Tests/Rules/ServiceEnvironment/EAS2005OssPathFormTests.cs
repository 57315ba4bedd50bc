using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2005OssPathFormTests
{
    [TestMethod]
    [DataRow("/models/qwen", "is not an OSS folder", "oss://my-bucket/my-model/")]
    [DataRow("https://b.oss-cn-hangzhou.aliyuncs.com/m", "is not an OSS folder", "oss://my-bucket/my-model/")]
    [DataRow("oss:/team-models/qwen", "is not an OSS folder", "oss://team-models/qwen/")]
    [DataRow("OSS://team-models/qwen/", "is not an OSS folder", "oss://team-models/qwen/")]
    [DataRow("oss://Team_Models/qwen/", "has no valid bucket name", "oss://team-models/qwen/")]
    [DataRow("oss://", "has no valid bucket name", "oss://my-bucket/my-model/")]
    [DataRow("oss://ab/x", "has no valid bucket name", "oss://my-bucket/my-model/")]
    [DataRow("dataset:d-abc@v1", "is a PAI dataset", "oss://my-bucket/my-model/")]
    [DataRow("0a1b-x.cn-hangzhou.nas.aliyuncs.com:/", "is a NAS or CPFS path", "oss://my-bucket/my-model/")]
    public void What_is_no_OSS_folder_is_told_apart(string model, string reason, string offer)
    {
        TestService service = TestService.Valid.With("Model", model);
        Diagnostic finding = service.Finding("EAS2005");
        Assert.AreEqual(service.LineOf("Model"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Model '{model}' {reason}");
        StringAssert.EndsWith(finding.Message, $"Write it like {offer}.");
    }

    [TestMethod]
    public void The_source_of_a_storage_item_is_checked_at_its_own_line()
    {
        Diagnostic finding = TestService.Valid.WithStorage("dataset:d-1", ("MountPath", "/data")).Finding("EAS2005");
        Assert.AreEqual(30, finding.Location.Line);
        StringAssert.Contains(finding.Message, "EasStorage 'dataset:d-1' is a PAI dataset, and this version mounts OSS folders only");
    }

    [TestMethod]
    [DataRow("oss://yqtest-model/Qwen3.5-0.8B/")]
    [DataRow("oss://yqtest-model/Qwen3.5-0.8B")]
    [DataRow("oss://yqtest-model")]
    [DataRow(" oss://yqtest-model/模型/ ")]
    public void OSS_folders_pass_with_or_without_the_final_slash(string model) =>
        Assert.IsEmpty(TestService.Valid.With("Model", model).Findings("EAS2005"));
}
