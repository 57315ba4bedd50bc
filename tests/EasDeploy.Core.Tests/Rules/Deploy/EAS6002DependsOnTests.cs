using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.Deploy;

[TestClass]
public sealed class EAS6002DependsOnTests
{
    private static ServiceItem Item(string name, string dependsOn) =>
        (dependsOn.Length == 0 ? TestService.Valid : TestService.Valid.With("DependsOn", dependsOn)).Named(name).Item;

    private static Diagnostic[] Check(params ServiceItem[] items) => [.. RuleSet.CheckProject(items).Where(finding => finding.Code == "EAS6002")];

    [TestMethod]
    public void A_service_that_does_not_exist_is_named_with_the_nearest_one()
    {
        Diagnostic finding = Assert.ContainsSingle(Check(Item("router", "encodr"), Item("encoder", "")));
        StringAssert.Contains(finding.Message, "service 'router': DependsOn names 'encodr', which is no enabled EasService of this project. Write 'encoder'.");
        Assert.AreEqual(TestService.Valid.With("DependsOn", "x").LineOf("DependsOn"), finding.Location.Line);
    }

    [TestMethod]
    [DataRow("a")]
    [DataRow("b;a")]
    public void A_service_that_waits_for_itself_is_refused(string dependsOn) =>
        StringAssert.Contains(Assert.ContainsSingle(Check(Item("a", dependsOn), Item("b", ""))).Message, "leads back to its own: a waits for a");

    [TestMethod]
    public void A_circle_is_shown_whole_and_once()
    {
        Diagnostic finding = Assert.ContainsSingle(Check(Item("c", "a"), Item("b", "c"), Item("a", "b"), Item("d", "a")));
        StringAssert.Contains(finding.Message, "service 'a': DependsOn leads back to its own: a waits for b waits for c waits for a.");
    }

    [TestMethod]
    public void A_chain_and_a_diamond_pass() => Assert.IsEmpty(Check(Item("a", ""), Item("b", "a"), Item("c", "a"), Item("d", "b; c ;")));
}
