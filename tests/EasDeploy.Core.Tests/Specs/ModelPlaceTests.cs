namespace EasDeploy.Specs;

[TestClass]
public sealed class ModelPlaceTests
{
    private static TestService Service => TestService.Valid.With("Model", "oss://yqtest-model/zoo");

    [TestMethod]
    public void Without_a_start_command_the_model_lies_in_the_first_mount()
    {
        Assert.AreEqual("oss://yqtest-model/zoo/", PathOf(Service.WithStorage("oss://team-data/lora/", ("MountPath", "/lora"))));
        Assert.IsNull(PathOf(TestService.Valid.Without("Model")));
        Assert.IsNull(PathOf(TestService.Valid.Without("Model").WithStorage("dataset:d-a", ("MountPath", "/model_dir"))));
    }

    [TestMethod]
    [DataRow("vllm serve /model_dir --port 8000", "oss://yqtest-model/zoo/")]
    [DataRow("vllm serve /model_dir/qwen/ --port 8000", "oss://yqtest-model/zoo/qwen/")]
    [DataRow("python -m sglang.launch_server --model-path=/model_dir/qwen --port 8000", "oss://yqtest-model/zoo/qwen/")]
    [DataRow("llama-server -m \"/model_dir/q4.gguf\" --port 8000", "oss://yqtest-model/zoo/q4.gguf")]
    [DataRow("vllm serve /model_dir/qwen --lora-modules sql=/lora/sql", "oss://yqtest-model/zoo/qwen/")]
    [DataRow("vllm serve /lora/base --port 8000", "oss://team-data/lora/base/")]
    [DataRow("serve --weights=/model_dir/qwen", "oss://yqtest-model/zoo/qwen/")]
    [DataRow("cd /app && python serve.py --port 8000", "oss://yqtest-model/zoo/")]
    [DataRow("vllm serve Qwen/Qwen3-8B --port 8000", null)]
    [DataRow("vllm serve /elsewhere --port 8000", null)]
    [DataRow("vllm serve /model_dir/../etc --port 8000", null)]
    [DataRow("vllm serve /model_directory --port 8000", null)]
    public void The_start_command_names_the_folder_or_the_file(string script, string? path) =>
        Assert.AreEqual(path, PathOf(Service.WithStorage("oss://team-data/lora/", ("MountPath", "/lora")).With("Script", script)));

    [TestMethod]
    public void The_deepest_mount_holds_it() => Assert.AreEqual(
        "oss://team-data/b/q/",
        PathOf(TestService.Valid.WithStorage("oss://team-data/b/", ("MountPath", "/model_dir/b")).With("Script", "vllm serve /model_dir/b/q")));

    private static string? PathOf(TestService service) => ModelPlace.Of(service.Spec())?.Path;
}
