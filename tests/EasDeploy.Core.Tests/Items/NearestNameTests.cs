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

    [TestMethod]
    public void It_agrees_with_the_distance_written_the_long_way()
    {
        const string Letters = "abAB_1";
        Random chance = new(20261122);
        string Word() => string.Concat(Enumerable.Range(0, chance.Next(0, 9)).Select(_ => Letters[chance.Next(Letters.Length)]));
        int found = 0;
        for (int run = 0; run < 3000; run++)
        {
            string written = Word();
            string[] known = [.. Enumerable.Range(0, 5).Select(_ => Word()).Where(word => word.Length > 0)];
            string? nearest = known
                .Select(name => (Name: name, Distance: Slow(written.ToUpperInvariant(), name.ToUpperInvariant())))
                .Where(pair => pair.Distance <= Math.Max(1, pair.Name.Length / 3))
                .OrderBy(pair => pair.Distance)
                .FirstOrDefault().Name;
            Assert.AreEqual(nearest, NearestName.Of(written, known), $"{written} among {string.Join(' ', known)}");
            found += nearest is null ? 0 : 1;
        }

        Assert.IsGreaterThan(300, found);
    }

    // The definition itself: delete, insert, replace, swap two neighbours.
    private static int Slow(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
