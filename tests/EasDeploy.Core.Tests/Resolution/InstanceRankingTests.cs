using EasDeploy.Catalogs;

namespace EasDeploy.Resolution;

[TestClass]
public sealed class InstanceRankingTests
{
    [TestMethod]
    [DataRow(Chip.GPU, "ecs.gn7i-c16g1.4xlarge")]
    [DataRow(Chip.CPU, "ecs.c6.large")]
    [DataRow(Chip.PPU, "ecs.ebmppu1.16xlarge")]
    [DataRow(Chip.XPU, "ecs.egs1-c8x1.2xlarge")]
    public void Of_the_seeds_the_preferred_or_the_smallest_available_type_is_picked(Chip chip, string picked) =>
        Assert.AreEqual(picked, InstanceRanking.Pick(SeedCatalog.InstanceTypes, [chip])!.Name);

    [TestMethod]
    public void Without_the_preferred_type_the_fewest_GPUs_then_the_least_memory_then_the_fewest_cores_then_the_name_decide()
    {
        InstanceType[] order =
        [
            new("d", 4, 16, "T4", 1, 8, true, ""),
            new("a", 4, 16, "T4", 1, 16, true, ""),
            new("b", 4, 16, "T4", 1, 16, true, ""),
            new("z", 8, 16, "T4", 1, 16, true, ""),
            new("c", 2, 16, "T4", 2, 8, true, ""),
        ];
        List<InstanceType> left = [.. order.Reverse()];
        foreach (InstanceType expected in order)
        {
            Assert.AreEqual(expected, InstanceRanking.Pick(left, [Chip.GPU]));
            left.Remove(expected);
        }
    }

    [TestMethod]
    public void The_preferred_type_is_passed_over_when_it_is_sold_out()
    {
        List<InstanceType> types = [.. TestCatalog.InstanceTypes
            .Select(type => type.Name == InstanceRanking.PreferredGpuType ? type with { IsAvailable = false } : type)];
        Assert.AreEqual("ecs.gn6i-c4g1.xlarge", InstanceRanking.Pick(types, [Chip.GPU])!.Name);
    }

    [TestMethod]
    public void A_row_that_leaves_its_card_count_out_is_not_the_smallest()
    {
        InstanceType unstated = TestCatalog.InstanceTypes.Single(type => type.Name == "ecs.egs1-c16x1.4xlarge");
        Assert.AreEqual(0, unstated.GpuAmount);
        Assert.AreEqual("ecs.egs1-c8x1.2xlarge", InstanceRanking.Pick(TestCatalog.InstanceTypes, [Chip.XPU])!.Name);
        Assert.AreEqual(unstated, InstanceRanking.Pick([unstated], [Chip.XPU]));
    }

    [TestMethod]
    public void Nothing_available_is_nothing() => Assert.IsNull(InstanceRanking.Pick([.. TestCatalog.InstanceTypes.Where(type => !type.IsAvailable)], [Chip.GPU]));

    [TestMethod]
    [DataRow("GpuCount=2", "", true)]
    [DataRow("GpuModel=a10", "GPU", true)]
    [DataRow("MinGpuMemory=90", "PPU", true)]
    [DataRow("MinGpuMemory=96;GpuCount=1", "XPU", false)]
    [DataRow("MinCpu=4;MinMemory=15.5", "CPU", true)]
    [DataRow("GpuCount=0;MinCpu=64", "GPU", false)]
    public void The_smallest_types_that_have_what_is_needed_come_first(string need, string chip, bool any)
    {
        TestService service = need.Split(';').Aggregate(TestService.Valid.Without("InstanceType"), (kept, pair) => kept.With(pair.Split('=')[0], pair.Split('=')[1]));
        Chip[] chips = chip.Length == 0 ? [] : [Enum.Parse<Chip>(chip)];
        InstanceType[] found = [.. InstanceRanking.Matching(SeedCatalog.InstanceTypes, service.Spec().Resources.Need!, chips)];
        Assert.AreEqual(any, found.Length > 0, string.Join(' ', found.Select(type => type.Name)));
        Assert.IsLessThanOrEqualTo(InstanceRanking.MostForNeed, found.Length);
        Assert.IsTrue(found.All(type => type.IsAvailable && (chips.Length == 0 || chips.Contains(ChipClassifier.Of(type)))));
        Assert.AreEqual(any ? 1 : 0, found.Select(ChipClassifier.Of).Distinct().Count(), "one kind of chip alone");
        CollectionAssert.AreEqual(found.OrderBy(type => type.GpuAmount).ThenBy(type => type.GpuMemory).ThenBy(type => type.Cpu).ToArray(), found);
        InstanceType[] shuffled = [.. SeedCatalog.InstanceTypes];
        new Random(20261123).Shuffle(shuffled);
        CollectionAssert.AreEqual(found, InstanceRanking.Matching(shuffled, service.Spec().Resources.Need!, chips).ToArray());
    }
}
