using System.Text;
using EasDeploy.Execution;
using EasDeploy.Testing;

namespace EasDeploy.Core.Tests.Execution;

[TestClass]
public sealed class FailureReasonsTests
{
    [TestMethod]
    public void The_page_says_what_the_table_says()
    {
        StringBuilder page = new("""
            # Failure reasons

            Written by a test from `FailureReasons.cs`; change it there.

            The wait for a service reads its status, its message, its events, its instances and their containers. What they say is compared with this one table,
            case ignored, without the name of the service. *At once*: seen once, the start cannot succeed any more, and the wait ends (EAS6312). *n times*, *after n s*:
            ends the wait when it comes again, or lasts without a sign of progress. *No*: normal while a service starts, or passes by itself; shown as advice only when the
            start failed. A Normal event is never a sign of trouble.

            | reason | ends the wait | cause | what to do | signs |
            |---|---|---|---|---|

            """);
        foreach (FailureReason row in FailureReasons.Table)
        {
            page.Append($"| {row.ErrorType} | {Ends(row)} | {row.Cause} | {row.Solution} | {string.Join(", ", row.Signs.Select(sign => $"`{sign}`"))} |\n");
        }

        page.Append("""

            Where two rows are hit, the wait and the message take the cause, not the symptom: a container that ends again and again (CrashLoopBackOff) because it was killed
            for its memory is OOMKilled.

            """);
        Golden.Check(page.ToString(), "../../../docs/reference/failure-reasons.md");
    }

    [TestMethod]
    [DataRow("ImagePullBackOff")]
    [DataRow("CrashLoopBackOff")]
    [DataRow("Instance crashed")]
    [DataRow("InsufficientResources")]
    [DataRow("ModelNotFound")]
    [DataRow("OOMKilled")]
    public void What_the_ruling_names_decides_at_once(string name) =>
        Assert.AreEqual(ReasonClass.Terminal, Assert.ContainsSingle(row => row.ErrorType == name, FailureReasons.Table).Class);

    [TestMethod]
    public void A_suspicious_row_says_when_it_decides_and_no_other_does()
    {
        Assert.IsNotEmpty(FailureReasons.Table);
        foreach (FailureReason row in FailureReasons.Table)
        {
            Assert.AreEqual(row.Class == ReasonClass.Suspicious, row.Times is not null || row.Lasting is not null, row.ErrorType);
        }
    }

    [TestMethod]
    public void Each_sign_leads_to_its_own_row_first()
    {
        foreach (FailureReason row in FailureReasons.Table)
        {
            foreach (string sign in row.Signs)
            {
                Assert.AreEqual(row, FailureReasons.For([sign]).OrderByDescending(hit => hit.Class).First(), sign);
            }
        }
    }

    private static string Ends(FailureReason row) => row switch
    {
        { IsPerInstanceType: true } => "at once; with several instance types when as many events say so",
        { Class: ReasonClass.Terminal } => "at once",
        { Times: { } times } => $"{times} times",
        { Lasting: { } lasting } => $"after {(int)lasting.TotalSeconds} s",
        _ => "no",
    };
}
