using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4005ListenerPortOfAnotherServiceTests
{
    private const string Nlb = "nlb-fpj3530zrbt7x5zkhk";

    [TestMethod]
    public void What_is_wrong_is_told_at_the_second_service() => Assert.AreEqual(
        "service 'other_chat': port 9090 of load balancer 'nlb-fpj3530zrbt7x5zkhk' is also the port of service 'qwen_chat'. Choose another Port for one of them.",
        Assert.ContainsSingle(Findings(TestService.Valid.WithListener(Nlb, ("Port", "9090")), TestService.Valid.Named("other_chat").WithListener(Nlb, ("Port", "9090")))).Message);

    [TestMethod]
    [DataRow("default", "9090")]
    [DataRow(Nlb, "9091")]
    public void A_load_balancer_or_port_of_its_own_passes(string id, string port) => Assert.IsEmpty(
        Findings(TestService.Valid.WithListener(id, ("Port", "9090")), TestService.Valid.Named("other_chat").WithListener(id == Nlb ? Nlb : "default", ("Port", port))));

    [TestMethod]
    public void Twice_in_one_service_is_another_rule() => Assert.IsEmpty(
        Findings(TestService.Valid.WithListener(Nlb, ("Port", "9090")).WithListener(Nlb, ("Port", "9090"))));

    private static IEnumerable<Diagnostic> Findings(params TestService[] services) =>
        RuleSet.CheckProject([.. services.Select(service => service.Item)]).Where(finding => finding.Code == "EAS4005");
}
