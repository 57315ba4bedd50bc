using EasDeploy.Diagnostics;
using EasDeploy.Resolution;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3103InstanceTypeUnavailableTests
{
    private const string SoldOut = "ecs.gn6i-c40g1.10xlarge";

    [TestMethod]
    [DataRow(CheckPurpose.Build, Severity.Warning)]
    [DataRow(CheckPurpose.Deployment, Severity.Error)]
    public void A_type_that_is_sold_out_warns_at_build_and_stops_a_deployment(CheckPurpose purpose, Severity severity)
    {
        TestService service = TestService.Valid.With("InstanceType", SoldOut);
        Diagnostic finding = service.Finding("EAS3103", purpose: purpose);
        Assert.AreEqual(severity, finding.Severity);
        Assert.AreEqual(service.LineOf("InstanceType"), finding.Location.Line);
        StringAssert.EndsWith(
            finding.Message, $"'{SoldOut}' is not available in cn-hangzhou now (NoStock). Set InstanceType to ecs.gn7i-c16g1.4xlarge, or try again later.");
    }

    [TestMethod]
    [DataRow(SoldOut + ";ecs.gn7i-c16g1.4xlarge")]
    [DataRow("ecs.gn7i-c16g1.4xlarge;" + SoldOut)]
    public void One_available_entry_of_a_list_keeps_it_a_warning(string types)
    {
        TestService service = TestService.Valid.With("InstanceType", types);
        Assert.AreEqual(Severity.Warning, service.Finding("EAS3103", purpose: CheckPurpose.Deployment).Severity);
        Assert.IsNotNull(service.Check(purpose: CheckPurpose.Deployment).Valid);
    }

    [TestMethod]
    public void A_list_that_is_sold_out_is_one_error_per_entry()
    {
        TestService service = TestService.Valid.With("Image", "vllm:0.14.0-ppu").With("InstanceType", "ecs.ebmppu1.40xlarge;ecs.ebmppu1.40xlarge");
        IReadOnlyList<Diagnostic> findings = service.Findings("EAS3103", purpose: CheckPurpose.Deployment);
        Assert.HasCount(2, findings);
        Assert.IsTrue(findings.All(finding => finding.Severity == Severity.Error));
        StringAssert.Contains(findings[0].Message, "Set InstanceType to ecs.ebmppu1.16xlarge");
    }

    [TestMethod]
    public void A_row_without_a_stock_word_names_none()
    {
        TestService service = TestService.Valid.With("Image", "pai-rag:0.4.3").With("InstanceType", "ecs.c7.32xlarge");
        StringAssert.Contains(service.Finding("EAS3103").Message, "is not available in cn-hangzhou now. Set InstanceType to ecs.c6.large,");
    }

    [TestMethod]
    public void An_available_type_passes() => Assert.IsEmpty(TestService.Valid.Findings("EAS3103", purpose: CheckPurpose.Deployment));
}
