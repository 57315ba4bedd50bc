using EasDeploy.Aliyun.Tests.Credentials;

namespace EasDeploy.Aliyun.Tests;

[TestClass]
public sealed class OutputFileTests
{
    private static readonly DateTime s_longAgo = new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [TestMethod]
    public void Refreshing_leaves_a_file_of_the_same_content_in_its_place_and_sets_its_time()
    {
        using HomeFolder home = new();
        string file = Path.Combine(home.Path, "deep", "one.json");
        OutputFile.Refresh(file, "same"u8);
        File.SetLastWriteTimeUtc(file, s_longAgo);
        using FileStream held = File.OpenRead(file);

        OutputFile.Refresh(file, "same"u8);

        Assert.IsGreaterThan(s_longAgo, File.GetLastWriteTimeUtc(file));
        Assert.AreEqual(File.GetLastWriteTimeUtc(file), File.GetLastWriteTimeUtc(held.SafeFileHandle), "it is another file now");
    }

    [TestMethod]
    public void Refreshing_replaces_other_content_whole()
    {
        using HomeFolder home = new();
        string file = Path.Combine(home.Path, "one.json");
        OutputFile.Write(file, "a longer text"u8);
        using StreamReader reader = File.OpenText(file);

        OutputFile.Refresh(file, "short"u8);

        Assert.AreEqual("short", File.ReadAllText(file));
        Assert.AreEqual("a longer text", reader.ReadToEnd(), "a reader saw the file change below its hands");
        Assert.ContainsSingle(Directory.GetFiles(home.Path));
    }

    [TestMethod]
    public void A_failed_write_leaves_nothing_behind()
    {
        using HomeFolder home = new();
        string taken = Path.Combine(home.Path, "one.json");
        Directory.CreateDirectory(taken);

        Exception refused = Assert.Throws<Exception>(() => OutputFile.Write(taken, "text"u8));

        Assert.IsTrue(refused is IOException or UnauthorizedAccessException, refused.ToString());
        Assert.IsEmpty(Directory.GetFiles(home.Path));
    }
}
