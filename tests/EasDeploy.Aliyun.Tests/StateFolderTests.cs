using EasDeploy.Aliyun.Tests.Credentials;

namespace EasDeploy.Aliyun.Tests;

[TestClass]
public sealed class StateFolderTests
{
    [TestMethod]
    public void EAS_HOME_is_the_folder_itself()
    {
        using HomeFolder home = new HomeFolder().Set("EAS_HOME", "/var/eas");

        Assert.AreEqual(Path.GetFullPath("/var/eas"), StateFolder.PathFor(home.Places));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("", ".cache/easdeploy")]
    [DataRow("relative", ".cache/easdeploy")]
    public void Otherwise_it_lies_in_the_cache_folder(string cache, string expected)
    {
        using HomeFolder home = new HomeFolder().Set("XDG_CACHE_HOME", cache);

        Assert.AreEqual(Path.Combine(home.Path, expected), StateFolder.PathFor(home.Places));
    }
}
