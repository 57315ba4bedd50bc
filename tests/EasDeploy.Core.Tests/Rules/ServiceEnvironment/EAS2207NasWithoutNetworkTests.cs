using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2207NasWithoutNetworkTests
{
    [TestMethod]
    public void A_file_server_without_its_VPC_is_refused()
    {
        TestService service = TestService.Valid.WithStorage("06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models", ("MountPath", "/data"));
        Diagnostic finding = service.Finding("EAS2207");
        Assert.AreEqual(30, finding.Location.Line);
        StringAssert.Contains(finding.Message, "mounts '06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models' and does not name the VPC");
    }

    [TestMethod]
    public void A_part_of_one_is_told_once()
    {
        TestService service = TestService.Valid.With("VpcId", TestCatalog.VpcId).WithStorage("06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models", ("MountPath", "/data"));
        Assert.IsEmpty(service.Findings("EAS2207"));
        Assert.ContainsSingle(service.Findings("EAS4202"));
    }

    [TestMethod]
    public void With_a_whole_network_it_passes_and_the_network_is_used() =>
        Assert.IsEmpty(TestService.Valid.InNetwork().WithStorage("06ba7400000-a000.cn-hangzhou.nas.aliyuncs.com:/models", ("MountPath", "/data")).Findings("EAS2207"));
}
