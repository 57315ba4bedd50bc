using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3205SpotInGroupTests
{
    [TestMethod]
    public void A_price_in_a_group_is_reported()
    {
        TestService service = TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("SpotPriceLimit", "1");
        Diagnostic finding = service.Finding("EAS3205");
        Assert.AreEqual(service.LineOf("SpotPriceLimit"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "because the service runs in resource group 'production'");
    }

    [TestMethod]
    public void A_price_on_public_types_passes() =>
        Assert.IsEmpty(TestService.Valid.With("SpotPriceLimit", "1").Findings("EAS3205"));
}
