namespace EasDeploy.Fuzzing;

/// <summary>A short run of what <c>bench/Fuzz</c> does a million times.</summary>
[TestClass]
public sealed class AnswerFuzzTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void No_answer_makes_the_flow_throw_and_a_fifth_of_them_reach_the_rules()
    {
        FuzzReport report = new AnswerFuzzer(20261123).Answers(2_000);
        TestContext.WriteLine(report.ToString());
        Assert.AreEqual(0, report.FailureCount, string.Join("\n\n", report.Failures));
        Assert.IsGreaterThanOrEqualTo(0.2, report.ShareReached);
    }
}
