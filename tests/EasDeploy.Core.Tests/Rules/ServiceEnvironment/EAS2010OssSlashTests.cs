using EasDeploy.Diagnostics;
using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2010OssSlashTests
{
    [TestMethod]
    public void A_folder_without_its_slash_is_told_in_a_document()
    {
        Diagnostic finding = Assert.ContainsSingle(DocumentTest.Findings(
            "EAS2010", """{"metadata":{"name":"a_b"},"storage":[{"mount_path":"/a","oss":{"path":"oss://models/qwen"}},{"mount_path":"/b","git":{}}]}"""));

        Assert.AreEqual((1, 72), (finding.Location.Line, finding.Location.Column));
        Assert.AreEqual("service 'a_b': the OSS folder 'oss://models/qwen' has no final slash. Write 'oss://models/qwen/'.", finding.Message);
    }

    [TestMethod]
    [DataRow("""{"storage":[{"mount_path":"/a","oss":{"path":"oss://models/qwen/"}}]}""")]
    [DataRow("""{"storage":[{"mount_path":"/a","oss":{"path":"no folder at all"}}]}""")]
    [DataRow("""{"storage":{}}""")]
    public void A_slash_or_another_mistake_is_not_its_business(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2010", json));

    [TestMethod]
    public void An_item_gets_its_slash_instead() =>
        Assert.IsEmpty(TestService.Valid.With("Model", "oss://yqtest-model/Qwen3.5-0.8B").Findings("EAS2010"));
}
