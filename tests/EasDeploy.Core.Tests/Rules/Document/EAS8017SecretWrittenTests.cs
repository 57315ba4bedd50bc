namespace EasDeploy.Rules.Document;

[TestClass]
public sealed class EAS8017SecretWrittenTests
{
    [TestMethod]
    [DataRow("""{"token":"abc"}""", "'token' holds a secret in clear text. Remove it, or name an environment variable of the build in a project item.")]
    [DataRow("""{"storage":[{"git":{"password":"p"}}]}""", "'storage.0.git.password' holds a secret in clear text. Remove it, or name an environment variable of the build in a project item.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS8017", json)).Message);

    [TestMethod]
    [DataRow("""{"token":""}""")]
    [DataRow("""{"storage":[{"git":{"repo":"https://a/b"}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS8017", json));
}
