using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2106NasOfAnotherRegionTests
{
    [TestMethod]
    public void A_server_elsewhere_is_refused()
    {
        TestService service = TestService.Valid.InNetwork().WithStorage("06ba-x.cn-shanghai.nas.aliyuncs.com:/m", ("MountPath", "/data"));
        Diagnostic finding = service.Finding("EAS2106");
        Assert.AreEqual(30, finding.Location.Line);
        StringAssert.Contains(finding.Message, "is in cn-shanghai, and the service runs in cn-hangzhou");
    }

    [TestMethod]
    public void One_of_the_region_or_of_no_known_name_passes()
    {
        Assert.IsEmpty(TestService.Valid.InNetwork().WithStorage("06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models", ("MountPath", "/data")).Findings("EAS2106"));
        Assert.IsEmpty(TestService.Valid.InNetwork().WithStorage("files.example.com:/m", ("MountPath", "/data")).Findings("EAS2106"));
    }
}
