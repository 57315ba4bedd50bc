using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Rules;

namespace EasDeploy.Planted;

/// <summary>No rule cries wolf: what the reference allows is no error.</summary>
[TestClass]
public sealed class ValidServiceTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(CheckPurpose.Build)]
    [DataRow(CheckPurpose.Deployment)]
    public void No_valid_service_of_any_shape_gets_an_error(CheckPurpose purpose)
    {
        List<string> errors = [];
        foreach (ValidServiceText service in ValidServiceText.All)
        {
            ServiceItem item = Assert.ContainsSingle(PlantedDocument.Read(service.Text));
            errors.AddRange(RuleSet.Check(PlantedDocument.Resolve(item, TestCatalog.Queried, purpose: purpose)).Diagnostics
                .Concat(RuleSet.CheckProject([item]))
                .Where(finding => finding.Severity == Severity.Error)
                .Select(finding => $"{service.Title} ({finding.Location.Line}): {finding.Code}: {finding.Message}"));
        }

        TestContext.WriteLine($"{ValidServiceText.All.Length} valid services, {ValidServiceText.Documents.Length} of them documents: {errors.Count} errors");
        Assert.IsGreaterThanOrEqualTo(40, ValidServiceText.All.Length);
        Assert.IsEmpty(errors, string.Join('\n', errors));
    }

    [TestMethod]
    public void Without_a_catalog_no_valid_service_gets_an_error_either()
    {
        IEnumerable<string> errors = ValidServiceText.All.SelectMany(service => PlantedDocument.Read(service.Text)
            .SelectMany(item => RuleSet.Check(PlantedDocument.Resolve(item, TestCatalog.NotQueried)).Diagnostics)
            .Where(finding => finding.Severity == Severity.Error)
            .Select(finding => $"{service.Title}: {finding.Code}: {finding.Message}"));
        Assert.IsEmpty(errors, string.Join('\n', errors));
    }
}
