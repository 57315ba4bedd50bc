using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Document;

[TestClass]
public sealed class EAS8012FieldTypeTests
{
    [TestMethod]
    [DataRow("""{"metadata":{"instance":"2"}}""", 25, "'metadata.instance' is a text, and the service reads a whole number there. Write \"instance\": 2.")]
    [DataRow("""{"metadata":{"instance":1.5}}""", 25, "'metadata.instance' is a number that is not whole, and the service reads a whole number there. Write a whole number, or leave it out.")]
    [DataRow("""{"metadata":{"workspace_id":312319}}""", 29, "'metadata.workspace_id' is a number, and the service reads a text there. Write \"workspace_id\": \"312319\".")]
    [DataRow("""{"containers":{}}""", 15, "'containers' is an object, and the service reads a list there. Write a list, or leave it out.")]
    [DataRow("""{"containers":[{"env":[{"name":"A","value":true}]}]}""", 44, "'containers[].env[].value' is true, and the service reads a text there. Write \"value\": \"true\".")]
    [DataRow("""{"cloud":{"networking":{"vswitch_id":["a","b"]}}}""", 38, "'cloud.networking.vswitch_id' is a list, and the service reads a text there. Write a text, or leave it out.")]
    [DataRow("""{"cloud":{"computing":{"instance_type":null}}}""", 40, "'cloud.computing.instance_type' is null, and the service reads a text there. Write a text, or leave it out.")]
    [DataRow("""{"storage":[{"oss":{"readOnly":"true"}}]}""", 32, "'storage[].oss.readOnly' is a text, and the service reads true or false there. Write \"readOnly\": true.")]
    [DataRow("""{"containers":[1]}""", 16, "'containers[]' is a number, and the service reads an object there. Write an object, or leave it out.")]
    public void A_wrong_type_is_told_with_the_right_form(string json, int column, string message)
    {
        Diagnostic finding = Assert.ContainsSingle(DocumentTest.Findings("EAS8012", json));

        Assert.AreEqual((1, column, message), (finding.Location.Line, finding.Location.Column, finding.Message));
    }

    [TestMethod]
    [DataRow("""{"metadata":{"instance":2,"disk":"30Gi","rolling_strategy":{"max_surge":"5%"}}}""")]
    [DataRow("""{"metadata":{"disk":30,"rolling_strategy":{"max_surge":5}}}""")]
    [DataRow("""{"cloud":{"computing":{"instances":[{"type":"t","spot_price_limit":1.5,"capacity":"20%"}]}}}""")]
    [DataRow("""{"labels":{"a":1},"features":[1],"unheard_of":null}""")]
    public void The_right_types_pass(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS8012", json));
}
