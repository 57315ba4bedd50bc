using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Document;

[TestClass]
public sealed class EAS8014FieldMisplacedTests
{
    [TestMethod]
    [DataRow("""{"service_name":"a"}""", 2, "'service_name' is never valid here. Write 'metadata.name'.")]
    [DataRow("""{"port":8000}""", 2, "'port' is never valid here. Write 'containers[0].port'.")]
    [DataRow("""{"cloud":{"computing":{"instanceType":"a"}}}""", 24, "'cloud.computing.instanceType' is never valid here. Write 'cloud.computing.instance_type'.")]
    [DataRow("""{"autoscaler":{"min_replica":1}}""", 16, "'autoscaler.min_replica' is never valid here. Write 'autoscaler.min'.")]
    [DataRow("""{"processor":"tensorflow"}""", 2,
        "'processor' is never valid here. Write a container image under 'containers': processor deployments are not handled here.")]
    public void A_name_known_to_be_wrong_is_told_with_the_right_place(string json, int column, string message)
    {
        Diagnostic finding = Assert.ContainsSingle(DocumentTest.Findings("EAS8014", json));

        Assert.AreEqual((1, column, message), (finding.Location.Line, finding.Location.Column, finding.Message));
    }

    [TestMethod]
    [DataRow("""{"metadata":{"instance":1,"resource":"eas-r-a"},"containers":[{"port":8000,"command":"a"}],"name":"a"}""")]
    [DataRow("""{"cloud":{"computing":{"instance_type":"a"}},"unheard_of":1}""")]
    public void The_same_words_in_their_places_pass(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS8014", json));
}
