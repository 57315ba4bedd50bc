using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4208GatewayAndListenerTests
{
    [TestMethod]
    public void Two_ways_in_are_reported()
    {
        TestService service = TestService.Valid.InNetwork().With("Gateway", "prod-gw").WithListener("default", ("Port", "9090"));
        Diagnostic finding = service.Finding("EAS4208");
        Assert.AreEqual(service.LineOf("Gateway"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "through gateway 'prod-gw' and through EasNlbListener 'default'");
    }

    [TestMethod]
    public void One_way_in_passes()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().With("Gateway", "prod-gw").Findings("EAS4208"));
        Assert.IsEmpty(TestService.Valid.InNetwork().WithListener("default", ("Port", "9090")).Findings("EAS4208"));
    }
}
