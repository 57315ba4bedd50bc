using EasDeploy.Execution;
using EasDeploy.Resolution;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class ResultTextTests
{
    private const string Internet = "http://1.cn-hangzhou.pai-eas.aliyuncs.com/api/predict/qwen_chat/";
    private const string Intranet = "http://1.vpc.cn-hangzhou.pai-eas.aliyuncs.com/api/predict/qwen_chat";

    [TestMethod]
    [DataRow("Running", Internet, null, "InternetEndpoint: " + Internet, "IntranetEndpoint: (none for this network type)")]
    [DataRow("Running", "", Intranet, "InternetEndpoint: (none for this network type)", "IntranetEndpoint: " + Intranet)]
    [DataRow("Waiting", null, Intranet, "InternetEndpoint: (none yet)", "IntranetEndpoint: " + Intranet)]
    [DataRow("Failed", null, null, "InternetEndpoint: (none)", "IntranetEndpoint: (none)")]
    [DataRow(null, null, null, "InternetEndpoint: (none)", "IntranetEndpoint: (none)")]
    public void The_result_block_always_names_both_endpoints(string? status, string? internet, string? intranet, string first, string second)
    {
        string[] lines = ResultText.Block(Result(ImageFamily.VLLM, internet, intranet) with { Status = status }).Split('\n');

        Assert.Contains(first, lines);
        Assert.Contains(second, lines);
        Assert.Contains("Status: " + (status ?? "(not created)"), lines);
    }

    [TestMethod]
    [DataRow(ImageFamily.VLLM)]
    [DataRow(ImageFamily.SGLang)]
    public void A_language_model_is_called_with_curl_and_with_the_OpenAI_SDK(ImageFamily family)
    {
        string[] lines = InvocationText.Of(Result(family, Internet, Intranet)).Split('\n');

        Assert.Contains(
            "[curl] curl http://1.cn-hangzhou.pai-eas.aliyuncs.com/api/predict/qwen_chat/v1/chat/completions -H \"Content-Type: application/json\" "
            + "-H \"Authorization: $EAS_TOKEN\" -d '{\"model\": \"/model_dir\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}'",
            lines);
        Assert.Contains(
            "[OpenAI SDK] client = OpenAI(base_url=\"http://1.cn-hangzhou.pai-eas.aliyuncs.com/api/predict/qwen_chat/v1\", api_key=os.environ[\"EAS_TOKEN\"])",
            lines);
    }

    [TestMethod]
    [DataRow(ImageFamily.Other, "/api/predict/qwen_chat ", "-d '{\"input\": \"Hello\"}'")]
    [DataRow(ImageFamily.ComfyUI, "/api/predict/qwen_chat/prompt ", "-d @workflow_api.json")]
    [DataRow(ImageFamily.StableDiffusionWebUI, "/api/predict/qwen_chat/sdapi/v1/txt2img ", "-d '{\"prompt\": \"a lighthouse at dawn\", \"steps\": 20}'")]
    public void Any_other_service_is_called_with_curl_and_its_token(ImageFamily family, string path, string body)
    {
        string text = InvocationText.Of(Result(family, Internet, null));

        Assert.Contains(path, text);
        Assert.Contains("-H \"Authorization: $EAS_TOKEN\"", text);
        Assert.Contains(body, text);
        Assert.DoesNotContain("OpenAI", text);
    }

    [TestMethod]
    public void A_service_inside_a_VPC_only_says_where_it_answers()
    {
        string text = InvocationText.Of(Result(ImageFamily.VLLM, null, Intranet));

        Assert.Contains($"Endpoint: {Intranet} (answers only inside its VPC)", text);
    }

    [TestMethod]
    public void Without_an_endpoint_there_is_nothing_to_call() =>
        Assert.AreEqual("", InvocationText.Of(Result(ImageFamily.VLLM, null, null)));

    [TestMethod]
    [DataRow("Waiting", 60, "⏳ Status: Waiting (60s/600s)")]
    [DataRow("Creating", 0, "⏳ Status: Creating (0s/600s)")]
    public void A_status_line_has_the_form_of_the_workflow(string status, int elapsed, string line) =>
        Assert.AreEqual(line, ResultText.Progress(status, TimeSpan.FromSeconds(elapsed + 0.9), TimeSpan.FromSeconds(600)));

    private static DeploymentResult Result(ImageFamily family, string? internet, string? intranet) =>
        new("qwen_chat", DeploymentOutcome.Running, "Running", internet, intranet, family, [], [], 5) { ModelName = "/model_dir" };

    [TestMethod]
    public void Several_services_stand_in_one_table_under_the_names_of_the_API()
    {
        DeploymentResult running = Result(ImageFamily.VLLM, Internet, Intranet);
        string[] lines = ResultText.Table([running, running with { ServiceName = "b", Outcome = DeploymentOutcome.FailedEarly, Status = "Waiting", InternetEndpoint = null }])
            .Split('\n');

        Assert.HasCount(3, lines);
        Assert.AreEqual("Service Status Outcome Time InternetEndpoint IntranetEndpoint", string.Join(' ', Cells(lines[0])));
        Assert.AreEqual($"qwen_chat Running running 5s {Internet} {Intranet}", string.Join(' ', Cells(lines[1])));
        Assert.AreEqual(("b", "Waiting", "failedEarly"), (Cells(lines[2])[0], Cells(lines[2])[1], Cells(lines[2])[2]));
        Assert.AreEqual(lines[0].IndexOf("IntranetEndpoint", StringComparison.Ordinal), lines[1].IndexOf(Intranet, StringComparison.Ordinal));

        static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
