using EasDeploy.Specs;

namespace EasDeploy.Diagnostics;

[TestClass]
public sealed class SeverityOverridesTests
{
    private static DeploymentPolicy With(string text)
    {
        (SeverityOverrides overrides, string? bad) = SeverityOverrides.Parse(text);
        Assert.IsNull(bad);
        return DeploymentPolicy.Default with { Severities = overrides };
    }

    [TestMethod]
    [DataRow("EAS4210=none", null)]
    [DataRow("EAS4210=info", Severity.Info)]
    [DataRow(" eas4210 = Error ; EAS1001=none", Severity.Error)]
    [DataRow("", Severity.Warning)]
    public void A_warning_gets_the_weight_the_author_gives_it(string text, Severity? severity)
    {
        TestService service = TestService.Valid.With("Replicas", "2");
        DeploymentPolicy policy = With(text);
        Assert.AreEqual(severity, service.Findings("EAS4210", policy: policy).SingleOrDefault()?.Severity);
        Assert.AreEqual(severity == Severity.Error, service.Check(policy: policy).Valid is null);
    }

    [TestMethod]
    public void An_error_that_was_lowered_lets_the_service_pass()
    {
        TestService service = TestService.Valid.With("Gateway", "prod-gw");
        Assert.IsNull(service.Check().Valid);
        Assert.IsNotNull(service.Check(policy: With("EAS4201=warning")).Valid);
    }

    [TestMethod]
    public void A_value_that_cannot_be_read_stays_an_error()
    {
        TestService service = TestService.Valid.Named("../Qwen");
        Assert.IsNull(service.Check(policy: With("EAS1001=none")).Valid);
        Assert.AreEqual(Severity.Error, service.Finding("EAS1001", policy: With("EAS1001=none")).Severity);
    }

    [TestMethod]
    [DataRow("EAS4210", "EAS4210")]
    [DataRow("EAS4210=off", "EAS4210=off")]
    [DataRow("EAS4210=none;CS1591=none", "CS1591=none")]
    [DataRow("EAS4210==none", "EAS4210==none")]
    public void A_part_that_cannot_be_read_is_named(string text, string bad) => Assert.AreEqual(bad, SeverityOverrides.Parse(text).Bad);
}
