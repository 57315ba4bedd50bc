using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4032VSwitchTextTests
{
    [TestMethod]
    [DataRow("""{"cloud":{"networking":{"vswitch_id":"vsw-a, vsw-b"}}}""", "'cloud.networking.vswitch_id' is 'vsw-a, vsw-b', with blanks. Write 'vsw-a,vsw-b'.")]
    [DataRow("""{"cloud":{"networking":{"vswitch_id":"vsw-a,"}}}""", "'cloud.networking.vswitch_id' is 'vsw-a,', with an empty part. Write 'vsw-a'.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS4032", json)).Message);

    [TestMethod]
    [DataRow("""{"cloud":{"networking":{"vswitch_id":"vsw-a,vsw-b"}}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS4032", json));
}
