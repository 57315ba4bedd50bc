using EasDeploy.Testing;

namespace EasDeploy.Catalogs;

[TestClass]
public sealed class ChipClassifierTests
{
    [TestMethod]
    public void Every_instance_type_of_the_seeds_has_the_chip_of_the_list()
    {
        Assert.IsGreaterThan(100, SeedCatalog.InstanceTypes.Length);
        Golden.Check(string.Concat(SeedCatalog.InstanceTypes.Select(type => $"{ChipClassifier.Of(type)} {type.Name}\n")), "chips.txt");
    }

    [TestMethod]
    [DataRow("ecs.ebmppu1.16xlarge", "", 0, Chip.PPU)]
    [DataRow("ml.gp7vf.16.40xlarge", "", 0, Chip.PPU)]
    [DataRow("ecs.new1.large", "PPU810", 4, Chip.PPU)]
    [DataRow("ecs.egs1-c16x1.4xlarge", "", 0, Chip.XPU)]
    [DataRow("ecs.new1.large", "XPU-P1", 1, Chip.XPU)]
    [DataRow("ecs.new1.large", "A10", 1, Chip.GPU)]
    [DataRow("ecs.vgn7i-vws-m4.xlarge", "", 0, Chip.GPU)]
    [DataRow("ecs.sgn7i-vws-m2.xlarge", "", 0, Chip.GPU)]
    [DataRow("ecs.gn7i-c8g1.2xlarge", "", 0, Chip.GPU)]
    [DataRow("ecs.ebmgn7i.32xlarge", "", 0, Chip.GPU)]
    [DataRow("ml.gu7i.c8m30.1-gu30", "", 0, Chip.GPU)]
    [DataRow("ecs.g7.xlarge", "", 0, Chip.CPU)]
    [DataRow("ecs.gp.xlarge", "", 0, Chip.CPU)]
    [DataRow("nonsense", "", 0, Chip.CPU)]
    [DataRow("", "", 0, Chip.CPU)]
    public void The_accelerator_family_comes_before_the_GPU_fields(string name, string gpu, int amount, Chip chip) =>
        Assert.AreEqual(chip, ChipClassifier.Of(new InstanceType(name, 8, 32, gpu, amount, 0, true, "")));

    [TestMethod]
    [DataRow("GPU", Chip.GPU)]
    [DataRow(" gpu ", Chip.GPU)]
    [DataRow("Xpu", Chip.XPU)]
    [DataRow("NPU", null)]
    [DataRow("", null)]
    [DataRow("1", null)]
    [DataRow("+1", null)]
    [DataRow("-0", null)]
    [DataRow("CPU,GPU", null)]
    public void One_word_is_one_chip(string text, Chip? chip) => Assert.AreEqual(chip, ChipClassifier.Parse(text));

    [TestMethod]
    public void All_chip_labels_count_once_and_unknown_words_are_left_out()
    {
        ImageLabel[] labels = [new("system.chipType", "CPU"), new("system.chipType", "gpu"), new("system.chipType", "GPU"), new("system.chipType", "NPU"), new("other", "PPU")];
        CollectionAssert.AreEqual(new[] { Chip.CPU, Chip.GPU }, ChipClassifier.Of(labels).ToArray());
    }
}
