using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3235DedicatedEntryWithoutGroupTests
{
    [TestMethod]
    [DataRow("""{"cloud":{"computing":{"instances":[{"type":"dedicated_resource"},{"type":"ecs.c7.large"}]}}}""", "'cloud.computing.instances.0.type' is 'dedicated_resource', and no resource group is named for it. Set \"resource\" under 'metadata' to the id of a group, or remove the entry.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS3235", json)).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"resource":"eas-r-a"},"cloud":{"computing":{"instances":[{"type":"dedicated_resource"},{"type":"ecs.c7.large"}]}}}""")]
    [DataRow("""{"metadata":{"quota_id":"q"},"cloud":{"computing":{"instances":[{"type":"dedicated_resource"}]}}}""")]
    [DataRow("""{"cloud":{"computing":{"instances":[{"type":"ecs.c7.large"}]}}}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS3235", json));

    [TestMethod]
    public void Without_any_type_behind_it_nothing_is_named_at_all()
    {
        const string Json = """{"cloud":{"computing":{"instances":[{"type":"dedicated_resource"}]}}}""";
        Assert.IsEmpty(DocumentTest.Findings("EAS3235", Json));
        Assert.ContainsSingle(DocumentTest.Findings("EAS3202", Json));
    }
}
