using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2104ImageOfAnotherRegionTests
{
    [TestMethod]
    [DataRow("eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/vllm:1", "cn-shanghai", "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:1")]
    [DataRow("registry.ap-southeast-1.aliyuncs.com/team/server:1", "ap-southeast-1", "registry.cn-hangzhou.aliyuncs.com/team/server:1")]
    [DataRow("team-registry.cn-beijing.cr.aliyuncs.com/a/b@sha256:0", "cn-beijing", "team-registry.cn-hangzhou.cr.aliyuncs.com/a/b@sha256:0")]
    public void An_address_in_another_region_warns_with_the_same_address_in_the_right_one(string image, string other, string offer)
    {
        TestService service = TestService.Valid.With("Image", image);
        Diagnostic finding = service.Finding("EAS2104");
        Assert.AreEqual(Severity.Warning, finding.Severity);
        Assert.AreEqual(service.LineOf("Image"), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"is in the registry of {other}, and the service runs in cn-hangzhou. Set Image=\"{offer}\"");
    }

    [TestMethod]
    [DataRow("vllm:0.14.0-gpu")]
    [DataRow("eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:1")]
    [DataRow("registry.example.test/cn-shanghai/server:1")]
    [DataRow("registry.cn-shanghai.example.test/team/server:1")]
    public void The_own_region_and_registries_of_nobodys_region_pass(string image) =>
        Assert.IsEmpty(TestService.Valid.With("Image", image).Findings("EAS2104"));

    [TestMethod]
    public void The_address_of_an_official_image_counts_too()
    {
        CatalogImage foreign = TestCatalog.Images[0] with { ImageUri = "eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/vllm:0.14.0-gpu" };
        Catalog catalog = TestCatalog.Queried with { Images = [foreign] };
        StringAssert.Contains(TestService.Valid.Finding("EAS2104", catalog).Message, "image 'vllm:0.14.0-gpu' is in the registry of cn-shanghai");
    }

    [TestMethod]
    public void Without_a_region_the_rule_rests()
    {
        TestService service = TestService.Valid.With("Image", "eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/vllm:1");
        Assert.IsEmpty(service.Findings("EAS2104", Catalog.NotQueried(null, "no region is set")));
        Assert.ContainsSingle(service.Findings("EAS2104", TestCatalog.NotQueried));
    }
}
