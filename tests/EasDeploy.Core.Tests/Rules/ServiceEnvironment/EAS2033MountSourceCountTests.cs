using EasDeploy.Rules.Document;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2033MountSourceCountTests
{
    [TestMethod]
    [DataRow("""{"storage":[{"mount_path":"/a"}]}""", "'storage.0' has no source. Write exactly one of oss, nfs, dataset, git, image, empty_dir or cache.")]
    [DataRow("""{"storage":[{"mount_path":"/a","oss":{"path":"oss://bbb/"},"nfs":{}}]}""", "'storage.0' has 2 sources: oss, nfs. Write exactly one of oss, nfs, dataset, git, image, empty_dir or cache.")]
    public void What_is_wrong_is_told(string json, string message) =>
        Assert.AreEqual(message, Assert.ContainsSingle(DocumentTest.Findings("EAS2033", json)).Message);

    [TestMethod]
    [DataRow("""{"storage":[{"mount_path":"/a","git":{}},{"mount_path":"/dev/shm","empty_dir":{}}]}""")]
    public void What_is_near_passes(string json) => Assert.IsEmpty(DocumentTest.Findings("EAS2033", json));
}
