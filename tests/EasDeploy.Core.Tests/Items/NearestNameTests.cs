namespace EasDeploy.Items;

[TestClass]
public sealed class NearestNameTests
{
    private static readonly string[] s_names = ["Image", "InstanceType", "Model", "Memory", "Port", "Script"];

    [TestMethod]
    [DataRow("Imge", "Image")]
    [DataRow("Iamge", "Image")]
    [DataRow("image", "Image")]
    [DataRow("InstanceTyp", "InstanceType")]
    [DataRow("INSTANCE_TYPE", "InstanceType")]
    [DataRow("Prot", "Port")]
    [DataRow("Memroy", "Memory")]
    public void A_slip_finds_the_name(string written, string meant) => Assert.AreEqual(meant, NearestName.Of(written, s_names));

    [TestMethod]
    [DataRow("")]
    [DataRow("Colour")]
    [DataRow("P")]
    public void A_different_word_finds_nothing(string written) => Assert.IsNull(NearestName.Of(written, s_names));

    [TestMethod]
    public void No_names_and_very_long_words_find_nothing()
    {
        Assert.IsNull(NearestName.Of("Image", []));
        Assert.IsNull(NearestName.Of(new string('x', 10_000_000), s_names));
    }

    [TestMethod]
    public void Of_two_equally_near_names_the_first_wins() => Assert.AreEqual("cat", NearestName.Of("cot", ["cat", "cut"]));
}
