using EasDeploy.Diagnostics;
using EasDeploy.Items;

namespace EasDeploy.Rules.BasicInfo;

[TestClass]
public sealed class EAS1004ServiceNameTwiceTests
{
    [TestMethod]
    public void The_second_service_of_a_name_is_reported_at_its_own_place()
    {
        ServiceItem second = TestService.Valid.Item with { Location = TestService.At(50) };
        Diagnostic finding = Assert.ContainsSingle(RuleSet.CheckProject([TestService.Valid.Item, second]));
        Assert.AreEqual("EAS1004", finding.Code);
        Assert.AreEqual(50, finding.Location.Line);
        Assert.AreEqual(
            "service name 'qwen_chat' is already used in App.csproj line 10. Rename this service, for example to 'qwen_chat_2'.", finding.Message);
    }

    [TestMethod]
    public void A_third_one_gets_another_name_to_use()
    {
        ServiceItem item = TestService.Valid.Item;
        string[] messages = [.. RuleSet.CheckProject([item, item, item]).Select(finding => finding.Message)];
        Assert.HasCount(2, messages);
        StringAssert.Contains(messages[0], "'qwen_chat_2'");
        StringAssert.Contains(messages[1], "'qwen_chat_3'");
    }

    [TestMethod]
    public void The_offered_name_stays_within_63_characters()
    {
        ServiceItem item = TestService.Valid.Named(new string('q', 63)).Item;
        StringAssert.Contains(Assert.ContainsSingle(RuleSet.CheckProject([item, item])).Message, $"'{new string('q', 61)}_2'");
    }

    [TestMethod]
    public void A_disabled_service_does_not_take_the_name() =>
        Assert.IsEmpty(RuleSet.CheckProject([TestService.Valid.Item, TestService.Valid.With("Enabled", "False").Item]));

    [TestMethod]
    public void Different_names_pass() => Assert.IsEmpty(RuleSet.CheckProject([TestService.Valid.Item, TestService.Valid.Named("qwen_chat2").Item]));
}
