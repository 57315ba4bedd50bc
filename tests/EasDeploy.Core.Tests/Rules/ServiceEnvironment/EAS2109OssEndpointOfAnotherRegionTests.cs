using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2109OssEndpointOfAnotherRegionTests
{
    [TestMethod]
    [DataRow("""{"storage":[{"oss":{"endpoint":"oss-cn-beijing-internal.aliyuncs.com"}}]}""", "'storage.0.oss.endpoint' is the endpoint of cn-beijing, and the service runs in cn-hangzhou. Write 'oss-cn-hangzhou-internal.aliyuncs.com', or leave it out.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS2109", json)).Message);

    [TestMethod]
    [DataRow("""{"storage":[{"oss":{"endpoint":"oss-cn-hangzhou-internal.aliyuncs.com"}}]}""")]
    [DataRow("""{"storage":[{"oss":{"endpoint":"oss-cn-beijing.aliyuncs.com"}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2109", json));
}
