using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2035GitNotHttpsTests
{
    [TestMethod]
    [DataRow("""{"storage":[{"git":{"repo":"git@host:a/b.git"}}]}""", "'storage.0.git.repo' is 'git@host:a/b.git', and only https is fetched. Write 'https://host/team/repository.git'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS2035", json)).Message);

    [TestMethod]
    [DataRow("""{"storage":[{"git":{"repo":"https://host/a/b.git"}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2035", json));
}
