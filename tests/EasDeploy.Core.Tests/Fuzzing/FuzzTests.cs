using EasDeploy.Planted;

namespace EasDeploy.Fuzzing;

/// <summary>A short run of what <c>bench/Fuzz</c> does a million times.</summary>
[TestClass]
public sealed class FuzzTests
{
    private const int Seed = 20261123;

    public TestContext TestContext { get; set; } = null!;

    private static Fuzzer Fuzzer => new(Seed, ValidServiceText.Documents);

    [TestMethod]
    public void No_document_makes_the_flow_throw_and_a_fifth_of_them_reach_the_rules()
    {
        FuzzReport report = Fuzzer.Documents(6_000);
        Check(report);
        Assert.IsGreaterThanOrEqualTo(0.2, report.ShareReached);
    }

    [TestMethod]
    public void No_item_makes_the_flow_throw() => Check(Fuzzer.Items(3_000));

    [TestMethod]
    public void No_tag_or_range_makes_the_flow_throw() => Check(Fuzzer.Tags(3_000));

    [TestMethod]
    public void No_lock_makes_the_flow_throw_and_a_fifth_of_them_reach_the_rules()
    {
        FuzzReport report = Fuzzer.Locks(2_000);
        Check(report);
        Assert.IsGreaterThanOrEqualTo(0.2, report.ShareReached);
    }

    private void Check(FuzzReport report)
    {
        TestContext.WriteLine(report.ToString());
        Assert.IsGreaterThan(0, report.Reached);
        Assert.AreEqual(0, report.FailureCount, string.Join("\n\n", report.Failures));
    }
}
