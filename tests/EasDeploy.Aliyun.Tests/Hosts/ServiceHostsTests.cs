using EasDeploy.Aliyun.Hosts;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Tests.Hosts;

[TestClass]
public sealed class ServiceHostsTests
{
    private static readonly ApiProduct[] Products =
        [ApiProduct.Eas, ApiProduct.AIWorkSpace, ApiProduct.Ecs, ApiProduct.Vpc, ApiProduct.Nlb, ApiProduct.Sts, ApiProduct.Oss];

    [TestMethod]
    [DataRow("eas", "cn-hangzhou", "pai-eas.cn-hangzhou.aliyuncs.com", "pai-eas-manage-vpc.cn-hangzhou.aliyuncs.com")]
    [DataRow("aiworkspace", "cn-hangzhou", "aiworkspace.cn-hangzhou.aliyuncs.com", "aiworkspace-vpc.cn-hangzhou.aliyuncs.com")]
    [DataRow("ecs", "cn-hangzhou", "ecs-cn-hangzhou.aliyuncs.com", "ecs-vpc.cn-hangzhou.aliyuncs.com")]
    [DataRow("ecs", "cn-shanghai", "ecs.cn-shanghai.aliyuncs.com", "ecs-vpc.cn-shanghai.aliyuncs.com")]
    [DataRow("vpc", "cn-hangzhou", "vpc.aliyuncs.com", "vpc-vpc.cn-hangzhou.aliyuncs.com")]
    [DataRow("vpc", "ap-southeast-1", "vpc.ap-southeast-1.aliyuncs.com", "vpc-vpc.ap-southeast-1.aliyuncs.com")]
    [DataRow("nlb", "cn-hangzhou", "nlb.cn-hangzhou.aliyuncs.com", "nlb-vpc.cn-hangzhou.aliyuncs.com")]
    [DataRow("sts", "cn-beijing", "sts.cn-beijing.aliyuncs.com", "sts-vpc.cn-beijing.aliyuncs.com")]
    [DataRow("oss", "cn-hangzhou", "oss-cn-hangzhou.aliyuncs.com", "oss-cn-hangzhou-internal.aliyuncs.com")]
    public void Each_product_has_its_public_and_its_vpc_host(string productId, string region, string publicHost, string vpcHost)
    {
        ApiProduct product = Products.Single(candidate => candidate.Id == productId);
        CloudSettings settings = new() { Region = region, UserAgent = "tests" };

        Assert.AreEqual($"https://{publicHost}/", new ServiceHosts(settings).BaseAddress(product).AbsoluteUri);
        Assert.AreEqual($"https://{vpcHost}/", new ServiceHosts(settings with { UseVpcHosts = true }).BaseAddress(product).AbsoluteUri);
    }

    [TestMethod]
    public void An_endpoint_overrides_every_product()
    {
        ServiceHosts hosts = new(new CloudSettings { Region = "cn-hangzhou", UserAgent = "tests", Endpoint = new("http://localhost:5080") });

        foreach (ApiProduct product in Products)
        {
            Assert.AreEqual("http://localhost:5080/", hosts.BaseAddress(product).AbsoluteUri);
        }
    }

    [TestMethod]
    public void A_single_product_can_have_its_own_address()
    {
        CloudSettings settings = new()
        {
            Region = "cn-hangzhou",
            UserAgent = "tests",
            ProductEndpoints = new Dictionary<string, Uri> { ["eas"] = new("https://own.example:8443") },
        };

        Assert.AreEqual("https://own.example:8443/", new ServiceHosts(settings).BaseAddress(ApiProduct.Eas).AbsoluteUri);
        Assert.AreEqual("https://vpc.aliyuncs.com/", new ServiceHosts(settings).BaseAddress(ApiProduct.Vpc).AbsoluteUri);
        Assert.AreEqual(
            "http://localhost:1/", new ServiceHosts(settings with { Endpoint = new("http://localhost:1") }).BaseAddress(ApiProduct.Eas).AbsoluteUri);
    }

    [TestMethod]
    [DataRow("http://127.0.0.1:5080")]
    [DataRow("https://own.example/path")]
    public void A_single_products_address_is_a_base_address_and_not_on_this_machine(string address)
    {
        CloudException refused = Assert.ThrowsExactly<CloudException>(() => new ServiceHosts(new CloudSettings
        {
            Region = "cn-hangzhou",
            UserAgent = "tests",
            ProductEndpoints = new Dictionary<string, Uri> { ["eas"] = new(address) },
        }));

        Assert.AreEqual("EAS7013", refused.Descriptor.Code);
    }

    [TestMethod]
    [DataRow("cn-hangzhou")]
    [DataRow("cn-north-2-gov-1")]
    [DataRow("cn-shanghai-finance-1")]
    [DataRow("ap-southeast-7")]
    public void A_region_id_is_accepted(string region) => Assert.IsTrue(ServiceHosts.IsRegion(region));

    [TestMethod]
    [DataRow("evil.example/x")]
    [DataRow("CN-Hangzhou")]
    [DataRow("cn-hangzhou\n")]
    [DataRow("cn_hangzhou")]
    [DataRow("hangzhou")]
    [DataRow("cn-hangzhou.evil.example")]
    [DataRow("cn-")]
    public void Anything_else_is_no_region(string region)
    {
        CloudException refused = Assert.ThrowsExactly<CloudException>(
            () => new ServiceHosts(new CloudSettings { Region = region, UserAgent = "tests" }));

        Assert.AreEqual("EAS7014", refused.Descriptor.Code);
    }

    [TestMethod]
    public void A_missing_region_is_told_apart_from_a_wrong_one()
    {
        CloudException refused = Assert.ThrowsExactly<CloudException>(() => new ServiceHosts(new CloudSettings { Region = " ", UserAgent = "tests" }));

        Assert.AreEqual("EAS7012", refused.Descriptor.Code);
    }

    [TestMethod]
    [DataRow("localhost:5080")]
    [DataRow("ftp://localhost")]
    [DataRow("http://")]
    [DataRow("http://localhost/base/path")]
    [DataRow("http://localhost/?x=1")]
    [DataRow("not an address")]
    public void A_malformed_endpoint_is_refused(string endpoint)
    {
        CloudException refused = Assert.ThrowsExactly<CloudException>(() => CloudSettings.ParseEndpoint(endpoint));

        Assert.AreEqual("EAS7013", refused.Descriptor.Code);
        StringAssert.Contains(refused.Message, endpoint);
    }

    [TestMethod]
    public void A_password_in_an_endpoint_is_not_repeated()
    {
        CloudException refused = Assert.ThrowsExactly<CloudException>(() => CloudSettings.ParseEndpoint("http://user:canary@host:80"));

        Assert.AreEqual("EAS7013", refused.Descriptor.Code);
        Assert.IsFalse(refused.ToString().Contains("canary", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("  ")]
    public void No_endpoint_means_no_override(string? endpoint) => Assert.IsNull(CloudSettings.ParseEndpoint(endpoint));
}
