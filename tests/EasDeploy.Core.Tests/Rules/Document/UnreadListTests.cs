using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Document;

/// <summary>A section that says more than items can is not turned into items; its values are judged all the same.</summary>
[TestClass]
public sealed class UnreadListTests
{
    [TestMethod]
    [DataRow("EAS4002", """{"networking":{"nlb":[{"id":"default","listener_port":8080,"weight":1}]}}""", 55)]
    [DataRow("EAS4003", """{"networking":{"nlb":[{"id":"default","net_type":"public","weight":1}]}}""", 50)]
    [DataRow("EAS4004", """{"networking":{"nlb":[{"listener_port":9000}]}}""", 23)]
    [DataRow("EAS4004", """{"networking":{"nlb":[{"id":"lb-1","listener_port":9000,"weight":1}]}}""", 29)]
    [DataRow("EAS5005", """{"autoscaler":{"min":1,"max":2,"behavior":{},"scaleStrategies":[{"metricName":"gpu","threshold":101}]}}""", 97)]
    [DataRow("EAS5005", """{"autoscaler":{"min":1,"max":2,"behavior":{},"scaleStrategies":[{"metricName":"gpu"}]}}""", 65)]
    public void A_wrong_value_is_found(string code, string json, int column)
    {
        Diagnostic finding = Assert.ContainsSingle(DocumentTest.Findings(code, json));

        Assert.AreEqual((1, column), (finding.Location.Line, finding.Location.Column));
    }

    [TestMethod]
    [DataRow("EAS4002", """{"networking":{"nlb":[{"id":"default","listener_port":9090,"weight":1}]}}""")]
    [DataRow("EAS4003", """{"networking":{"nlb":[{"id":"default","net_type":"intranet","weight":1}]}}""")]
    [DataRow("EAS4004", """{"networking":{"nlb":[{"id":"nlb-abc","weight":1}]}}""")]
    [DataRow("EAS5005", """{"autoscaler":{"min":1,"max":2,"behavior":{},"scaleStrategies":[{"metricName":"gpu","threshold":100}]}}""")]
    public void A_right_one_passes(string code, string json) => Assert.IsEmpty(DocumentTest.Findings(code, json));
}
