using EasDeploy.Catalogs;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3125GroupTooSmallTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': 2 instances need 16 GPUs, and resource group 'eas-r-d29k8ytqxzxmqi7l0s' has 14 GPUs free. Lower Replicas or the share of each instance, or free the group.",
        TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").With("Gpu", "8").With("Replicas", "2").Finding("EAS3125").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").With("Gpu", "7").With("Replicas", "2").Findings("EAS3125"));

    [TestMethod]
    public void Absurd_numbers_of_the_cloud_do_no_harm()
    {
        Catalog absurd = TestCatalog.Queried with
        {
            ResourceGroups = [.. TestCatalog.Queried.ResourceGroups!.Value.Select(group => group with { GpuUsed = decimal.MinValue, Memory = long.MinValue, MemoryUsed = long.MaxValue })],
        };
        TestService service = TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").With("Gpu", "8");

        string message = service.Finding("EAS3125", absurd).Message;
        Assert.Contains("need 30720 MB, and resource group", message);
        Assert.Contains("has 0 MB free", message);
    }
}
