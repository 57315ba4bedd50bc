namespace EasDeploy.Specs;

[TestClass]
public sealed class OssPathTests
{
    [TestMethod]
    [DataRow("oss://abc", true)]
    [DataRow("oss://abc/", true)]
    [DataRow("oss://a-1/x/y", true)]
    [DataRow("oss://abc/模型/", true)]
    [DataRow("oss://ab", false)]
    [DataRow("oss://-abc/", false)]
    [DataRow("oss://abc-/", false)]
    [DataRow("oss://ABC/", false)]
    [DataRow("oss://abc/x\0", false)]
    [DataRow("oss://abc/x\n", false)]
    [DataRow("OSS://abc/", false)]
    [DataRow("", false)]
    public void A_folder_has_scheme_and_bucket(string text, bool isFolder) => Assert.AreEqual(isFolder, OssPath.IsFolder(text));

    [TestMethod]
    public void The_longest_bucket_name_has_63_characters()
    {
        Assert.IsTrue(OssPath.IsFolder("oss://" + new string('a', 63)));
        Assert.IsFalse(OssPath.IsFolder("oss://" + new string('a', 64)));
    }

    [TestMethod]
    public void The_final_slash_is_added_once()
    {
        Assert.AreEqual("oss://abc/x/", OssPath.WithSlash("oss://abc/x"));
        Assert.AreEqual("oss://abc/x/", OssPath.WithSlash("oss://abc/x/"));
    }
}
