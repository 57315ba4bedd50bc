using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.BasicInfo;

[TestClass]
public sealed class EAS1003ServiceNameLengthTests
{
    [TestMethod]
    [DataRow(1, "service_q")]
    [DataRow(2, "service_qq")]
    [DataRow(64, "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq")]
    public void A_name_outside_3_to_63_is_told_its_length(int length, string offer)
    {
        Diagnostic finding = TestService.Valid.Named(new string('q', length)).Finding("EAS1003");
        StringAssert.Contains(finding.Message, FormattableString.Invariant($"has {length} characters"));
        StringAssert.EndsWith(finding.Message, $"for example to '{offer}'.");
    }

    [TestMethod]
    [DataRow(3)]
    [DataRow(63)]
    public void The_limits_themselves_are_allowed(int length) => Assert.IsEmpty(TestService.Valid.Named(new string('q', length)).Findings("EAS1003"));
}
