namespace EasDeploy.Resolution;

[TestClass]
public sealed class PresetScriptTests
{
    private const string Vllm = "vllm serve /model_dir --port 8000 --trust-remote-code";

    [TestMethod]
    [DataRow(Vllm, 8000, 8000, "/model_dir", Vllm)]
    [DataRow(Vllm, 8000, 9000, null, "vllm serve /model_dir --port 9000 --trust-remote-code")]
    [DataRow(Vllm, 8000, 8000, "/mnt/qwen", "vllm serve /mnt/qwen --port 8000 --trust-remote-code")]
    [DataRow("python api.py --port=8000", 8000, 9000, null, "python api.py --port=9000")]
    [DataRow("server -p 8000", 8000, 9000, null, "server -p 9000")]
    [DataRow("llama-server --model /model_dir/model.gguf --port 8000", 8000, 8001, "/m", "llama-server --model /m/model.gguf --port 8001")]
    [DataRow("serve \"/model_dir\" --port 8000", 8000, 8000, "/m", "serve \"/m\" --port 8000")]
    [DataRow("serve /model_dir2 --port 8000", 8000, 8000, "/m", "serve /model_dir2 --port 8000")]
    [DataRow("serve /opt/model_dir --port 8000", 8000, 8000, "/m", "serve /opt/model_dir --port 8000")]
    [DataRow("pai_rag serve", 8001, 8001, null, "pai_rag serve")]
    [DataRow("serve", null, 8000, null, "serve")]
    public void Port_and_model_path_are_fitted_where_their_form_is_known(string script, int? presetPort, int port, string? modelPath, string fitted) =>
        Assert.AreEqual(fitted, PresetScript.Fit(script, presetPort, port, modelPath));

    [TestMethod]
    [DataRow("pai_rag serve", 8001)]
    [DataRow("tensorflow_model_server --rest_api_port=8501", 8501)]
    [DataRow("python app.py --server_port 8000", 8000)]
    public void A_port_in_another_form_cannot_be_fitted(string script, int presetPort) =>
        Assert.IsNull(PresetScript.Fit(script, presetPort, 9000, null));

    [TestMethod]
    public void A_mount_path_with_dollar_signs_is_taken_as_it_is() =>
        Assert.AreEqual("serve /m/$1$& --port 8000", PresetScript.Fit("serve /model_dir --port 8000", 8000, 8000, "/m/$1$&"));

    [TestMethod]
    [DataRow("serve --port 9000", "9000")]
    [DataRow("a --port 1 & b --port=2 & c -p 3", "1 2 3")]
    [DataRow("serve --port", "")]
    [DataRow("serve --port $PORT", "")]
    [DataRow("serve --port 8000.5", "")]
    [DataRow("serve -p 127.0.0.1:80", "")]
    [DataRow("serve --support 9 x--port 8", "")]
    [DataRow("serve --port 99999999999999999999 --port 70000", "70000")]
    public void All_ports_of_a_script_are_read_in_order(string script, string ports) =>
        Assert.AreEqual(ports, string.Join(' ', PresetScript.PortsOf(script)));

    [TestMethod]
    public void The_presets_of_the_seeds_that_name_a_port_can_be_moved()
    {
        string[] scripts = [.. SeedCatalog.Images.Select(image => image.Label("system.eas.default.script")).OfType<string>().Where(script => script.Contains("--port ", StringComparison.Ordinal))];
        Assert.IsNotEmpty(scripts);
        foreach (string script in scripts)
        {
            StringAssert.Contains(PresetScript.Fit(script, 8000, 4321, null), "--port 4321", script);
        }
    }
}
