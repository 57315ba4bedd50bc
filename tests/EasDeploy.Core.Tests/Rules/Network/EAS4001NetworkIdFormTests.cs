using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Network;

[TestClass]
public sealed class EAS4001NetworkIdFormTests
{
    [TestMethod]
    [DataRow("VpcId", "my-vpc", "vpc-")]
    [DataRow("VpcId", "vpc-", "vpc-")]
    [DataRow("VSwitchIds", "vsw-a;vpc-b", "vsw-")]
    [DataRow("SecurityGroupId", "default", "sg-")]
    public void An_id_of_another_kind_is_refused(string name, string value, string prefix)
    {
        TestService service = TestService.Valid.InNetwork().With(name, value);
        Diagnostic finding = service.Finding("EAS4001");
        Assert.AreEqual(service.LineOf(name), finding.Location.Line);
        StringAssert.Contains(finding.Message, $"{name} '");
        StringAssert.Contains(finding.Message, $"begins with '{prefix}'");
    }

    [TestMethod]
    public void Two_security_groups_are_told_apart_from_a_wrong_one()
    {
        TestService service = TestService.Valid.InNetwork().With("SecurityGroupId", "sg-a,sg-b");
        Diagnostic finding = service.Finding("EAS4001");
        Assert.AreEqual(service.LineOf("SecurityGroupId"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "'sg-a,sg-b' is not an id that begins with 'sg-', one alone");
    }

    [TestMethod]
    [DataRow("vsw-a")]
    [DataRow("vsw-a, vsw-b")]
    [DataRow("vsw-a;vsw-b;")]
    [DataRow(" vsw-bp1bhmnwqdh1ta9z9klms ")]
    public void Ids_of_their_kind_pass(string ids) => Assert.IsEmpty(TestService.Valid.InNetwork().With("VSwitchIds", ids).Findings("EAS4001"));
}
