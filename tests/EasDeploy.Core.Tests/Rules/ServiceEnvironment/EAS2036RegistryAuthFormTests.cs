using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2036RegistryAuthFormTests
{
    [TestMethod]
    [DataRow("""{"dockerAuth":"team:password"}""")]
    [DataRow("""{"dockerAuth":"bm9jb2xvbg=="}""")]
    [DataRow("""{"credential":{"docker_auth":"OnBhc3N3b3Jk"}}""")]
    public void What_is_no_user_and_password_is_refused_and_not_shown(string json)
    {
        string message = Assert.ContainsSingle(DocumentTest.Findings("EAS2036", json)).Message;
        StringAssert.Contains(message, "is not the Base64 text of 'user:password'");
        Assert.IsFalse(message.Contains("bm9jb2xvbg", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("""{"dockerAuth":"dGVhbTpwYXNzd29yZA=="}""")]
    [DataRow("""{"dockerAuth":"${env:REGISTRY_AUTH}"}""")]
    [DataRow("""{"dockerAuth":"${REGISTRY_AUTH}"}""")]
    [DataRow("""{"dockerAuth":{}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2036", json));
}
