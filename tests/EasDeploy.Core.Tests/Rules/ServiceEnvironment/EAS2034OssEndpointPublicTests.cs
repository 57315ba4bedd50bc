using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2034OssEndpointPublicTests
{
    [TestMethod]
    [DataRow("""{"storage":[{"oss":{"endpoint":"oss-cn-beijing.aliyuncs.com"}}]}""", "'storage.0.oss.endpoint' is 'oss-cn-beijing.aliyuncs.com', which is no -internal endpoint. Write 'oss-cn-beijing-internal.aliyuncs.com', or leave it out.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS2034", json)).Message);

    [TestMethod]
    [DataRow("""{"storage":[{"oss":{"endpoint":"oss-cn-beijing-internal.aliyuncs.com"}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2034", json));
}
