using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3106NoTypeMeetsNeedTests
{
    [TestMethod]
    public void A_need_nothing_meets_is_refused()
    {
        TestService service = TestService.Valid.Without("InstanceType").With("GpuCount", "3").With("MinGpuMemory", "24");
        Diagnostic finding = service.Finding("EAS3106");
        Assert.AreEqual(service.LineOf("GpuCount"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "no available GPU type of cn-hangzhou has GpuCount 3, MinGpuMemory 24");
        StringAssert.Contains(finding.Message, "or set InstanceType=\"ecs.gn7i-c16g1.4xlarge\"");
    }

    [TestMethod]
    public void A_need_only_another_chip_meets_is_refused()
    {
        TestService service = TestService.Valid.Without("InstanceType").With("GpuModel", "PPU810");
        Diagnostic finding = service.Finding("EAS3106");
        Assert.AreEqual(service.LineOf("GpuModel"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "has GpuModel PPU810");
    }

    [TestMethod]
    [DataRow("GpuModel", "H100", "Set GpuModel to one of A10, ")]
    [DataRow("GpuCount", "0", "Set GpuCount=\"1\", or")]
    [DataRow("MinGpuMemory", "4000", "Ask for less, or")]
    public void The_repair_is_one_that_helps(string metadata, string value, string repair) =>
        StringAssert.Contains(TestService.Valid.Without("InstanceType").With(metadata, value).Finding("EAS3106").Message, repair);

    [TestMethod]
    [DataRow("GpuCount", "one")]
    [DataRow("GpuCount", "-1")]
    [DataRow("MinMemory", "32GB")]
    public void A_need_that_cannot_be_read_is_told_once_and_chooses_nothing(string metadata, string value)
    {
        TestService service = TestService.Valid.Without("InstanceType").With(metadata, value);
        Assert.AreEqual("EAS3003", string.Join(' ', service.Check().Diagnostics.Select(finding => finding.Code)));
    }

    [TestMethod]
    public void A_need_that_is_met_passes() =>
        Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("GpuCount", "1").With("MinGpuMemory", "24").Findings("EAS3106"));

    [TestMethod]
    public void Without_the_list_nothing_is_judged() =>
        Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("GpuCount", "3").Findings("EAS3106", TestCatalog.NotQueried));
}
