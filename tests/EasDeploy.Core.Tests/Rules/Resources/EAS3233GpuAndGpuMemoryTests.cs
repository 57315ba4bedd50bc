using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3233GpuAndGpuMemoryTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"gpu_memory":8,"gpu":1,"resource":"eas-r-a"}}""", "'metadata.gpu_memory' has no effect beside 'metadata.gpu' of 1 or more. Remove one of them.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3233", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"gpu_memory":8,"gpu":0,"resource":"eas-r-a"}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3233", json));
}
