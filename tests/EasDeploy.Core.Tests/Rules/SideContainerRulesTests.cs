using EasDeploy.Rules.Document;

namespace EasDeploy.Rules;

[TestClass]
public sealed class SideContainerRulesTests
{
    [TestMethod]
    [DataRow("EAS2001", """{"port":8001}""")]
    [DataRow("EAS2004", """{"image":"nginx:1.27","script":"cp oss://my-models/a ."}""")]
    [DataRow("EAS2013", """{"image":"nginx:1.27","script":"python app.py --host 127.0.0.1"}""")]
    [DataRow("EAS2040", """{"image":"registry.example.com/team/ui:latest"}""")]
    [DataRow("EAS2041", """{"image":"registry.cn-hangzhou.aliyuncs.com/team/ui:1.0"}""")]
    [DataRow("EAS2042", """{"image":"nginx:1.27","env":[{"name":"API_KEY","value":"sk-1"}]}""")]
    [DataRow("EAS2104", """{"image":"registry-vpc.cn-beijing.aliyuncs.com/team/ui:1.0"}""")]
    [DataRow("EAS2201", """{"image":"nginx:1.27","script":"nginx","command":"nginx"}""")]
    [DataRow("EAS2203", """{"image":"nginx:1.27","port":8001,"script":"python app.py --port 8002"}""")]
    [DataRow("EAS2206", """{"image":"nginx:1.27","command":"nginx | tee log"}""")]
    [DataRow("EAS2212", """{"image":"nginx:1.27","env":[{"name":"A","value":"1"},{"name":"A","value":"2"}]}""")]
    public void Each_container_is_judged(string code, string container)
    {
        Assert.ContainsSingle(DocumentTest.Findings(code, Document(container)));
        Assert.IsEmpty(DocumentTest.Findings(code, Document("""{"image":"nginx:1.27","port":8001,"script":"nginx -g off"}""")));
    }

    private static string Document(string container) =>
        $$"""{"containers":[{"image":"vllm:0.14.0-gpu","port":8000,"script":"vllm serve /model_dir --port 8000"},{{container}}]}""";
}
