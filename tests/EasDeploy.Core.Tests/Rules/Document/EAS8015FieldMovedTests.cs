using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Document;

[TestClass]
public sealed class EAS8015FieldMovedTests
{
    [TestMethod]
    [DataRow("""{"name":"a"}""", 2, "'name' belongs to 'metadata.name', and is written there. Move it.")]
    [DataRow("""{"metadata":{"gateway":"gw-a"}}""", 14, "'metadata.gateway' belongs to 'networking.gateway', and is written there. Move it.")]
    [DataRow("""{"networking":{"nlb":[{"id":"default","netType":"intranet"}]}}""", 39,
        "'networking.nlb[].netType' belongs to 'networking.nlb[].net_type', and is written there. Move it.")]
    public void A_second_place_is_told_with_the_first(string json, int column, string message)
    {
        Diagnostic finding = Assert.ContainsSingle(DocumentTest.Findings("EAS8015", json));

        Assert.AreEqual((1, column, message), (finding.Location.Line, finding.Location.Column, finding.Message));
    }

    [TestMethod]
    [DataRow("""{"metadata":{"name":"a","rpc":{"keepalive":60000}},"runtime":{"termination_grace_period":60}}""")]
    [DataRow("""{"storage":[{"oss":{"readOnly":true}},{"dataset":{"read_only":true}}],"networking":{"nlb":[{"net_type":"intranet"}]}}""")]
    public void First_places_pass(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS8015", json));
}
