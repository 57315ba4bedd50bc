using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2208CpfsWithoutQuotaTests
{
    [TestMethod]
    public void A_CPFS_server_is_reported()
    {
        TestService service = TestService.Valid.InNetwork().WithStorage("cpfs-0015a4ef.cn-hangzhou.cpfs.aliyuncs.com:/share", ("MountPath", "/data"));
        Diagnostic finding = service.Finding("EAS2208");
        Assert.AreEqual(30, finding.Location.Line);
        StringAssert.Contains(finding.Message, "mounts the CPFS server 'cpfs-0015a4ef.cn-hangzhou.cpfs.aliyuncs.com'");
    }

    [TestMethod]
    public void A_NAS_server_passes() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().WithStorage("06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models", ("MountPath", "/data")).Findings("EAS2208"));
}
