using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.DataPlane;

[TestClass]
public sealed class PredictTests
{
    [TestMethod]
    public async Task The_printed_endpoint_answers_with_the_token_and_401_without()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        (Uri endpoint, string token) = await RunningAsync(host);
        using var http = new HttpClient();

        Assert.AreEqual(HttpStatusCode.Unauthorized, (await http.PostAsync(endpoint, new StringContent("{}"))).StatusCode);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);
        HttpResponseMessage echo = await http.PostAsync(endpoint, new StringContent("""{"input": "Hello"}""", Encoding.UTF8, "application/json"));
        JsonNode body = JsonNode.Parse(await echo.Content.ReadAsStringAsync())!;
        Assert.AreEqual(HttpStatusCode.OK, echo.StatusCode);
        Assert.AreEqual("Hello", body["body"]!["input"]!.GetValue<string>());
        Assert.AreEqual("emulator", body["server"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task An_llm_image_speaks_openai()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        (Uri endpoint, string token) = await RunningAsync(host);
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

        JsonNode models = JsonNode.Parse(await http.GetStringAsync(endpoint + "/v1/models"))!;
        Assert.AreEqual("/model_dir", models["data"]![0]!["id"]!.GetValue<string>());

        const string Ask = """{"model": "/model_dir", "messages": [{"role": "user", "content": "Hi there"}], "stream": STREAM}""";
        HttpResponseMessage whole = await http.PostAsync(endpoint + "/v1/chat/completions", new StringContent(Ask.Replace("STREAM", "false", StringComparison.Ordinal)));
        JsonNode chat = JsonNode.Parse(await whole.Content.ReadAsStringAsync())!;
        string reply = chat["choices"]![0]!["message"]!["content"]!.GetValue<string>();
        Assert.AreEqual("chat.completion", chat["object"]!.GetValue<string>());
        Assert.Contains("Hi there", reply);

        HttpResponseMessage parts = await http.PostAsync(endpoint + "/v1/chat/completions", new StringContent(Ask.Replace("STREAM", "true", StringComparison.Ordinal)));
        string[] lines = (await parts.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.AreEqual("text/event-stream", parts.Content.Headers.ContentType!.MediaType);
        Assert.AreEqual("data: [DONE]", lines[^1]);
        Assert.AreEqual(reply, string.Concat(lines[..^1].Select(l => JsonNode.Parse(l["data: ".Length..])!["choices"]![0]!["delta"]!["content"]?.GetValue<string>())));

        HttpResponseMessage other = await http.PostAsync(endpoint + "/v1/chat/completions", new StringContent(Ask.Replace("/model_dir", "gpt-4", StringComparison.Ordinal).Replace("STREAM", "false", StringComparison.Ordinal)));
        Assert.AreEqual(HttpStatusCode.NotFound, other.StatusCode);
    }

    [TestMethod]
    public async Task Before_running_the_gateway_says_503_and_404_for_an_unknown_service()
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync("describe:5");
        (Uri endpoint, string token) = await RunningAsync(host);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, (await http.GetAsync(endpoint)).StatusCode);
        Assert.AreEqual(HttpStatusCode.NotFound, (await http.GetAsync(endpoint + "_other")).StatusCode);
    }

    private static async Task<(Uri Endpoint, string Token)> RunningAsync(EmulatorHost host)
    {
        using var client = new SignedClient(host.Address);
        await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_chat"));
        JsonObject seen = await client.GetAsync("DescribeService", "/api/v2/services/cn-hangzhou/qwen_chat");
        Assert.AreEqual(seen["InternetEndpoint"]!.GetValue<string>(), new Uri(host.Address, "api/predict/qwen_chat").AbsoluteUri);
        return (new Uri(seen["InternetEndpoint"]!.GetValue<string>()), seen["AccessToken"]!.GetValue<string>());
    }
}
