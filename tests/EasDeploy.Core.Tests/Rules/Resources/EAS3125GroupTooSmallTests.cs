using EasDeploy.Catalogs;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3125GroupTooSmallTests
{
    [TestMethod]
    public void What_is_wrong_is_told() => Assert.AreEqual(
        "service 'qwen_chat': 2 instances need 16 GPUs, and resource group 'production' has 14 GPUs free. Lower Replicas or the share of each instance, or free the group.",
        TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").With("Gpu", "8").With("Replicas", "2").Finding("EAS3125").Message);

    [TestMethod]
    public void What_is_near_passes() => Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").With("Gpu", "7").With("Replicas", "2").Findings("EAS3125"));

    [TestMethod]
    [DataRow(0.5, 1, "1 instance needs 1 GPU, and resource group 'production' has 0.5 GPUs free.")]
    [DataRow(8, 5, "each instance needs 5 GPUs, and resource group 'production' gives one instance 4 GPUs at most. Lower the share of each instance,")]
    public void A_share_has_to_fit_on_one_machine_of_the_group(double free, int each, string message)
    {
        Catalog catalog = TestCatalog.Queried with
        {
            ResourceGroups = [.. TestCatalog.ResourceGroups.Select(group => group with { GpuUsed = group.GpuCount - (decimal)free, MaxGpu = 4 })],
        };
        TestService service = TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720");

        StringAssert.Contains(service.With("Gpu", each.ToString(System.Globalization.CultureInfo.InvariantCulture)).Finding("EAS3125", catalog).Message, message);
        Assert.IsEmpty(service.With("Gpu", "4").With("Replicas", "1").Findings("EAS3125", TestCatalog.Queried));
    }

    [TestMethod]
    public void Absurd_numbers_of_the_cloud_do_no_harm()
    {
        Catalog absurd = TestCatalog.Queried with
        {
            ResourceGroups = [.. TestCatalog.Queried.ResourceGroups!.Value.Select(group => group with { GpuUsed = decimal.MinValue, Memory = long.MinValue, MemoryUsed = long.MaxValue })],
        };
        TestService service = TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "8").With("Memory", "30720").With("Gpu", "8");

        string message = service.Finding("EAS3125", absurd).Message;
        Assert.Contains("needs 30720 MB, and resource group", message);
        Assert.Contains("has 0 MB free", message);
    }
}
