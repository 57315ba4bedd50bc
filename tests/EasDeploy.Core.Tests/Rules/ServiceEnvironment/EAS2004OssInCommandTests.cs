using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2004OssInCommandTests
{
    [TestMethod]
    [DataRow("vllm serve oss://yqtest-model/Qwen3.5-0.8B/ --port 8000", "/model_dir")]
    [DataRow("vllm serve oss://yqtest-model/Qwen3.5-0.8B --port 8000", "/model_dir")]
    [DataRow("vllm serve 'oss://yqtest-model/Qwen3.5-0.8B/lora/a' --port 8000", "/model_dir/lora/a")]
    [DataRow("vllm serve OSS://yqtest-model/Qwen3.5-0.8B/;echo", "/model_dir")]
    public void The_mount_path_of_the_address_is_offered(string script, string path)
    {
        TestService service = TestService.Valid.With("Script", script);
        Diagnostic finding = service.Finding("EAS2004");
        Assert.AreEqual(service.LineOf("Script"), finding.Location.Line);
        StringAssert.EndsWith(finding.Message, $"The folder is mounted already, and write '{path}' in Script.");
    }

    [TestMethod]
    public void A_folder_mounted_by_another_item_is_found_too()
    {
        TestService service = TestService.Valid
            .WithStorage("oss://team-data/lora", ("MountPath", "/lora"))
            .With("Script", "vllm serve /model_dir --lora oss://team-data/lora/v1");
        StringAssert.EndsWith(service.Finding("EAS2004").Message, "write '/lora/v1' in Script.");
    }

    [TestMethod]
    public void A_folder_that_is_not_mounted_is_offered_as_the_model()
    {
        TestService service = TestService.Valid.Without("Model").With("Command", "vllm serve oss://other/model");
        StringAssert.EndsWith(
            service.Finding("EAS2004").Message, "Mount the folder with Model=\"oss://other/model/\", and write '/model_dir' in Command.");
    }

    [TestMethod]
    public void A_second_folder_needs_a_storage_item()
    {
        string message = TestService.Valid.With("Script", "vllm serve oss://other/model").Finding("EAS2004").Message;
        StringAssert.EndsWith(message, "Mount the folder with an EasStorage item, and write '/data' in Script.");
    }

    [TestMethod]
    [DataRow("vllm serve /model_dir --port 8000")]
    [DataRow("echo oss: //x")]
    public void A_local_path_passes(string script) => Assert.IsEmpty(TestService.Valid.With("Script", script).Findings("EAS2004"));
}
