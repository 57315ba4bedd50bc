using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Document;

[TestClass]
public sealed class EAS8013FieldUnknownTests
{
    [TestMethod]
    [DataRow("""{"metadat":{}}""", 2, "'metadat' is not a known field, and the service ignores what it does not know. Write 'metadata', or leave it out.")]
    [DataRow("""{"metadata":{"enable_gprc":true}}""", 14, "'enable_gprc' is not a known field of metadata, and the service ignores what it does not know. Write 'enable_grpc', or leave it out.")]
    [DataRow("""{"containers":[{"xyzzy":1}]}""", 17, "'xyzzy' is not a known field of containers[], and the service ignores what it does not know. Write one that is, or leave it out.")]
    public void An_unknown_name_is_told_with_the_nearest_one(string json, int column, string message)
    {
        Diagnostic finding = Assert.ContainsSingle(DocumentTest.Findings("EAS8013", json));

        Assert.AreEqual((1, column, message), (finding.Location.Line, finding.Location.Column, finding.Message));
    }

    [TestMethod]
    [DataRow("""{"labels":{"anything":"goes"},"features":{"eas.aliyun.com/x":1},"aimaster":{"runtime_check":{}}}""")]
    [DataRow("""{"metadata":{"eas.termination_grace_period":30}}""")]
    [DataRow("""{"service_name":"told by EAS8014"}""")]
    public void Known_names_and_open_sections_pass(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS8013", json));
}
