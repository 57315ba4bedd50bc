using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2012VariableFormTests
{
    [TestMethod]
    [DataRow("1TOKEN")]
    [DataRow("A B")]
    [DataRow("A=B")]
    [DataRow("größe")]
    public void A_name_no_program_can_read_is_refused(string name)
    {
        TestService service = TestService.Valid.WithVariable(name, ("Value", "x"));
        Diagnostic finding = service.Finding("EAS2012");
        Assert.AreEqual(40, finding.Location.Line);
        StringAssert.Contains(finding.Message, $"EasEnvironmentVariable '{name}' has no name a program can read");
    }

    [TestMethod]
    public void Two_sources_of_a_value_are_refused()
    {
        TestService service = TestService.Valid.WithVariable("HF_TOKEN", ("Value", "x"), ("FromEnvironment", "HF_TOKEN"));
        Diagnostic finding = service.Finding("EAS2012");
        Assert.AreEqual(40, finding.Location.Line);
        StringAssert.Contains(finding.Message, "has both Value and FromEnvironment");
    }

    [TestMethod]
    public void A_secret_in_the_place_of_its_name_is_refused_and_not_repeated()
    {
        TestService service = TestService.Valid.WithVariable("HF_TOKEN", ("FromEnvironment", "hf-canary/123"));
        Diagnostic finding = service.Finding("EAS2012");
        Assert.AreEqual(40, finding.Location.Line);
        StringAssert.Contains(finding.Message, "has a FromEnvironment of 13 characters that is not the name of a variable");
    }

    [TestMethod]
    public void So_is_a_registry_login()
    {
        TestService service = TestService.Valid.With("RegistryAuthFromEnvironment", "user:canary");
        Diagnostic finding = service.Finding("EAS2012");
        Assert.AreEqual(service.LineOf("RegistryAuthFromEnvironment"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "the service has a RegistryAuthFromEnvironment of 11 characters");
    }

    [TestMethod]
    public void Good_ones_pass()
    {
        Assert.IsEmpty(TestService.Valid.WithVariable("HF_TOKEN", ("FromEnvironment", "HF_TOKEN")).Findings("EAS2012"));
        Assert.IsEmpty(TestService.Valid.WithVariable("log.level-1", ("Value", "a b=c")).Findings("EAS2012"));
        Assert.IsEmpty(TestService.Valid.With("RegistryAuthFromEnvironment", "REGISTRY_AUTH").Findings("EAS2012"));
    }
}
