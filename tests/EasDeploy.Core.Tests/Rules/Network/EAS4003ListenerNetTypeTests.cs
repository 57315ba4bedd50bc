using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4003ListenerNetTypeTests
{
    [TestMethod]
    [DataRow("public")]
    [DataRow("vpc")]
    [DataRow("internet,intranet")]
    public void Another_word_is_refused(string type)
    {
        TestService service = TestService.Valid.InNetwork().WithListener("default", ("Port", "9090"), ("NetType", type));
        Diagnostic finding = service.Finding("EAS4003");
        Assert.AreEqual(50, finding.Location.Line);
        StringAssert.Contains(finding.Message, $"NetType '{type}' of EasNlbListener 'default'");
    }

    [TestMethod]
    [DataRow("intranet")]
    [DataRow("Internet")]
    public void Both_words_pass_in_any_case(string type) => Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090"), ("NetType", type)).Findings("EAS4003"));
}
