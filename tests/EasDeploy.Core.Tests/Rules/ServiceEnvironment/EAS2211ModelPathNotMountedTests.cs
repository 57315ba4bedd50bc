using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2211ModelPathNotMountedTests
{
    [TestMethod]
    [DataRow("vllm serve /models/qwen --port 8000", "/models/qwen")]
    [DataRow("python -m sglang.launch_server --model-path /m --port 8000", "/m")]
    [DataRow("serve --model=/model_dirs/x --port 8000", "/model_dirs/x")]
    public void A_path_nothing_is_mounted_at_is_reported(string script, string path)
    {
        TestService service = TestService.Valid.With("Script", script);
        Diagnostic finding = service.Finding("EAS2211");
        Assert.AreEqual(service.LineOf("Script"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"reads the model from '{path}', and nothing is mounted there");
    }

    [TestMethod]
    [DataRow("vllm serve /model_dir --port 8000")]
    [DataRow("vllm serve \"/model_dir/sub/\" --port 8000")]
    [DataRow("vllm serve Qwen/Qwen3 --port 8000")]
    [DataRow("python main.py --port 8000")]
    public void A_mount_or_a_folder_below_one_passes(string script) => Assert.IsEmpty(TestService.Valid.With("Script", script).Findings("EAS2211"));
}
