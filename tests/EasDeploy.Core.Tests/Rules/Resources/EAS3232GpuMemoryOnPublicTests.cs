using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3232GpuMemoryOnPublicTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"gpu_memory":8}}""", "'metadata.gpu_memory' asks for a slice of a GPU, and public instances give whole ones. Remove it, or name a group in 'metadata.resource'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3232", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"gpu_memory":8,"resource":"eas-r-a"}}""")]
    [DataRow("""{"metadata":{"gpu_memory":0}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3232", json));
}
