using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2011OssPathIsFileTests
{
    [TestMethod]
    public void A_file_is_reported_with_its_folder()
    {
        TestService service = TestService.Valid.With("Model", "oss://yqtest-model/qwen/model.safetensors");
        Diagnostic finding = service.Finding("EAS2011");
        Assert.AreEqual(service.LineOf("Model"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "Write the folder: oss://yqtest-model/qwen/.");
    }

    [TestMethod]
    public void A_storage_item_is_checked_too()
    {
        TestService service = TestService.Valid.WithStorage("oss://yqtest-model/qwen.gguf/", ("MountPath", "/data"));
        Diagnostic finding = service.Finding("EAS2011");
        Assert.AreEqual(30, finding.Location.Line);
        StringAssert.Contains(finding.Message, "EasStorage 'oss://yqtest-model/qwen.gguf/' looks like a file");
    }

    [TestMethod]
    public void A_folder_with_a_dot_passes() =>
        Assert.IsEmpty(TestService.Valid.With("Model", "oss://yqtest-model/Qwen3.5-0.8B").Findings("EAS2011"));
}
