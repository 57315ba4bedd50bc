using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2105DatasetUnusableTests
{
    [TestMethod]
    [DataRow("d-nobody", "does not exist in this account")]
    [DataRow("d-nas00000000000emu3", "(nas_share) lies in NAS, not in OSS")]
    public void A_dataset_that_cannot_be_mounted_is_refused(string id, string reason)
    {
        TestService service = TestService.Valid.WithStorage("dataset:" + id, ("MountPath", "/data"));
        Diagnostic finding = service.Finding("EAS2105");
        Assert.AreEqual(30, finding.Location.Line);
        StringAssert.Contains(finding.Message, $"dataset '{id}' {reason}");
    }

    [TestMethod]
    public void One_in_OSS_passes_with_a_version() =>
        Assert.IsEmpty(TestService.Valid.WithStorage("dataset:d-pcsah1t86bm8emu01@v1", ("MountPath", "/data")).Findings("EAS2105"));

    [TestMethod]
    public void Datasets_that_were_not_asked_for_are_not_judged() =>
        Assert.IsEmpty(TestService.Valid.WithStorage("dataset:d-nobody", ("MountPath", "/data")).Findings("EAS2105", TestCatalog.NotQueried));
}
