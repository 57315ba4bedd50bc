using EasDeploy.Diagnostics;
using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3111SharedMemoryTooLargeTests
{
    [TestMethod]
    [DataRow("64", "ecs.gn7i-c16g1.4xlarge", "and 'ecs.gn7i-c16g1.4xlarge' has 60 GB in all. Write less than half of it.")]
    [DataRow("15", "ecs.gn6i-c4g1.xlarge", "and 'ecs.gn6i-c4g1.xlarge' has 15 GB in all. Write less than half of it.")]
    public void More_than_the_instance_has_is_told(string size, string type, string message) => Assert.AreEqual(
        $"'metadata.shm_size' is {size} GB, " + message, Assert.ContainsSingle(Findings($$"""{"metadata":{"shm_size":{{size}}},"cloud":{"computing":{"instance_type":"{{type}}"} } }""")).Message);

    [TestMethod]
    public void More_than_the_share_of_a_group_is_told() => Assert.AreEqual(
        "'metadata.shm_size' is 8 GB, and the share of the resource group has 4 GB in all. Write less than half of it.",
        Assert.ContainsSingle(Findings("""{"metadata":{"shm_size":8,"resource":"eas-r-a","memory":4096}}""")).Message);

    [TestMethod]
    public void A_mount_in_its_place_is_told() => Assert.AreEqual(
        "'metadata.shm_size' is 8 GB, and a mount at '/dev/shm' takes its place. Keep one of the two.",
        Assert.ContainsSingle(Findings("""{"metadata":{"shm_size":8},"storage":[{"mount_path":"/dev/shm","empty_dir":{"medium":"memory","size_limit":8}}]}""")).Message);

    [TestMethod]
    [DataRow("""{"metadata":{"shm_size":30},"cloud":{"computing":{"instance_type":"ecs.gn7i-c16g1.4xlarge"}}}""")]
    [DataRow("""{"metadata":{"shm_size":8,"resource":"eas-r-a","memory":4}}""", DisplayName = "the memory is what is wrong: EAS3040")]
    [DataRow("""{"metadata":{"shm_size":64},"storage":[{"mount_path":"/cache","empty_dir":{}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(Findings(json));

    private static IReadOnlyList<Diagnostic> Findings(string json) => DocumentTest.Findings("EAS3111", json, TestCatalog.Queried);
}
