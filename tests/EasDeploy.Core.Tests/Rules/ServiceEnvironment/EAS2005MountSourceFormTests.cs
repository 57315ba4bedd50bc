using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2005MountSourceFormTests
{
    [TestMethod]
    [DataRow("/models/qwen", "is not an OSS folder", "oss://my-bucket/my-model/")]
    [DataRow("https://b.oss-cn-hangzhou.aliyuncs.com/m", "is not an OSS folder", "oss://my-bucket/my-model/")]
    [DataRow("oss:/team-models/qwen", "is not an OSS folder", "oss://team-models/qwen/")]
    [DataRow("OSS://team-models/qwen/", "is not an OSS folder", "oss://team-models/qwen/")]
    [DataRow("oss://Team_Models/qwen/", "has no valid bucket name", "oss://team-models/qwen/")]
    [DataRow("oss://", "has no valid bucket name", "oss://my-bucket/my-model/")]
    [DataRow("oss://ab/x", "has no valid bucket name", "oss://my-bucket/my-model/")]
    [DataRow("dataset:d-abc@v1", "is not an OSS folder; mount it with an EasStorage item", "dataset:d-pcsah1t86bm8@v1")]
    [DataRow("0a1b-x.cn-hangzhou.nas.aliyuncs.com:/", "is not an OSS folder; mount it", "06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models")]
    public void What_is_no_OSS_folder_is_told_apart(string model, string reason, string offer)
    {
        TestService service = TestService.Valid.With("Model", model);
        Diagnostic finding = service.Finding("EAS2005");
        Assert.AreEqual(service.LineOf("Model"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"Model '{model}' {reason}");
        StringAssert.EndsWith(finding.Message, $"Write it like {offer}.");
    }

    [TestMethod]
    [DataRow("dataset:set-1", "is not a dataset", "dataset:d-pcsah1t86bm8@v1")]
    [DataRow("dataset:d-1@latest", "is not a dataset", "dataset:d-pcsah1t86bm8@v1")]
    [DataRow("a.cn-hangzhou.nas.aliyuncs.com:models", "is not a path of a file server", "06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models")]
    [DataRow("a.cn-hangzhou.nas.aliyuncs.com:/a/../b", "is not a path of a file server", "06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models")]
    [DataRow("git@example.com/x", "is neither an OSS folder, nor a path of a NAS or CPFS server, nor a dataset", "oss://my-bucket/my-model/")]
    public void The_source_of_a_storage_item_is_checked_at_its_own_line(string source, string reason, string offer)
    {
        Diagnostic finding = TestService.Valid.WithStorage(source, ("MountPath", "/data")).Finding("EAS2005");
        Assert.AreEqual(30, finding.Location.Line);
        StringAssert.Contains(finding.Message, $"EasStorage '{source}' {reason}");
        StringAssert.EndsWith(finding.Message, $"Write it like {offer}.");
    }

    [TestMethod]
    [DataRow("dataset:d-pcsah1t86bm8emu01")]
    [DataRow("dataset:d-pcsah1t86bm8emu01@v1")]
    [DataRow("06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/")]
    [DataRow("cpfs-0015a4ef.cn-hangzhou.cpfs.aliyuncs.com:/share")]
    public void Every_kind_of_source_passes_on_a_storage_item(string source) =>
        Assert.IsEmpty(TestService.Valid.WithStorage(source, ("MountPath", "/data")).Findings("EAS2005"));

    [TestMethod]
    [DataRow("oss://yqtest-model/Qwen3.5-0.8B/")]
    [DataRow("oss://yqtest-model/Qwen3.5-0.8B")]
    [DataRow("oss://yqtest-model")]
    [DataRow(" oss://yqtest-model/模型/ ")]
    public void OSS_folders_pass_with_or_without_the_final_slash(string model) =>
        Assert.IsEmpty(TestService.Valid.With("Model", model).Findings("EAS2005"));
}
