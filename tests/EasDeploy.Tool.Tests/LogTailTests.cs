namespace EasDeploy.Tool.Tests;

[TestClass]
public sealed class LogTailTests
{
    [TestMethod]
    public void Only_lines_that_were_not_there_before_are_new()
    {
        LogTail tail = new();

        CollectionAssert.AreEqual(new[] { "a", "b" }, tail.New(["a", "b"]).ToArray());
        CollectionAssert.AreEqual(new[] { "c" }, tail.New(["a", "b", "c"]).ToArray());
        Assert.IsEmpty(tail.New(["b", "c"]));
    }

    [TestMethod]
    public void Equal_lines_are_counted()
    {
        LogTail tail = new();
        tail.New(["retry"]);

        CollectionAssert.AreEqual(new[] { "retry", "retry" }, tail.New(["retry", "retry", "retry"]).ToArray());
    }

    [TestMethod]
    public void A_long_log_is_asked_for_only_once()
    {
        LogTail tail = new();
        DateTimeOffset now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);
        tail.New(["a"]);
        Assert.IsNull(tail.NextStart(null, now));

        string[] lines = [.. Enumerable.Range(0, 2000).Select(number => $"line {number}")];
        tail.New(lines);
        DateTimeOffset? start = tail.NextStart(null, now);

        Assert.IsTrue(start < now && start > now.AddMinutes(-5));
        CollectionAssert.AreEqual(new[] { "line 2000" }, tail.New([.. lines[^10..], "line 2000"]).ToArray());
    }
}
