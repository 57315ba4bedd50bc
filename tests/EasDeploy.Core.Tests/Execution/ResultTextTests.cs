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
        string[] lines = ResultText.Invocation(Result(family, Internet, Intranet), "/model_dir").Split('\n');

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
    public void Any_other_service_is_called_with_curl_and_its_token(ImageFamily family, string path, string body)
    {
        string text = ResultText.Invocation(Result(family, Internet, null), "/model_dir");

        Assert.Contains(path, text);
        Assert.Contains("-H \"Authorization: $EAS_TOKEN\"", text);
        Assert.Contains(body, text);
        Assert.DoesNotContain("OpenAI", text);
    }

    [TestMethod]
    public void A_service_inside_a_VPC_only_says_where_it_answers()
    {
        string text = ResultText.Invocation(Result(ImageFamily.VLLM, null, Intranet), "/model_dir");

        Assert.Contains($"Endpoint: {Intranet} (answers only inside its VPC)", text);
    }

    [TestMethod]
    public void Without_an_endpoint_there_is_nothing_to_call() =>
        Assert.AreEqual("", ResultText.Invocation(Result(ImageFamily.VLLM, null, null), "/model_dir"));

    [TestMethod]
    [DataRow("Waiting", 60, "⏳ Status: Waiting (60s/600s)")]
    [DataRow("Creating", 0, "⏳ Status: Creating (0s/600s)")]
    public void A_status_line_has_the_form_of_the_workflow(string status, int elapsed, string line) =>
        Assert.AreEqual(line, ResultText.Progress(status, TimeSpan.FromSeconds(elapsed + 0.9), TimeSpan.FromSeconds(600)));

    private static DeploymentResult Result(ImageFamily family, string? internet, string? intranet) =>
        new("qwen_chat", DeploymentOutcome.Running, "Running", internet, intranet, family, [], [], 5);
}
