using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

/// <summary>The <c>args</c> of a document belong to its command: what a rule reads in a script, it reads there too.</summary>
[TestClass]
public sealed class CommandArgumentsTests
{
    [TestMethod]
    [DataRow("EAS2203", """["serve","/model_dir","--port","8001"]""")]
    [DataRow("EAS2013", """["serve","/model_dir","--host","127.0.0.1"]""")]
    [DataRow("EAS2211", """["serve","/elsewhere"]""")]
    [DataRow("EAS3120", """["serve","/model_dir","--tensor-parallel-size","8"]""")]
    public void A_wrong_argument_is_found(string code, string arguments) => Assert.ContainsSingle(DocumentTest.Findings(code, Document(arguments), TestCatalog.Queried));

    [TestMethod]
    [DataRow("EAS2203")]
    [DataRow("EAS2013")]
    [DataRow("EAS2211")]
    [DataRow("EAS3120")]
    public void A_right_one_passes(string code) => Assert.IsEmpty(
        DocumentTest.Findings(code, Document("""["serve","/model_dir","--port","8000","--host","0.0.0.0","-tp","1"]"""), TestCatalog.Queried));

    private static string Document(string arguments) =>
        $$$"""
        {"metadata":{"name":"qwen_chat","instance":1},
        "containers":[{"image":"eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu","port":8000,"command":"vllm","args":{{{arguments}}}}],
        "storage":[{"mount_path":"/model_dir","oss":{"path":"oss://yqtest-model/Qwen3.5-0.8B/","readOnly":true}}],
        "cloud":{"computing":{"instance_type":"ecs.gn7i-c16g1.4xlarge"}}
        }
        """;
}
