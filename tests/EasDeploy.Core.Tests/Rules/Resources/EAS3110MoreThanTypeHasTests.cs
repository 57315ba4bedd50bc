namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3110MoreThanTypeHasTests
{
    [TestMethod]
    [DataRow("Cpu", "32", "16")]
    [DataRow("Memory", "70000", "61440")]
    [DataRow("Gpu", "2", "1")]
    public void What_is_wrong_is_told(string name, string wish, string has)
    {
        TestService service = TestService.Valid.With(name, wish);
        Assert.AreEqual(
            $"service 'qwen_chat': {name} {wish}, and 'ecs.gn7i-c16g1.4xlarge' has {has}. Choose a larger type, or remove it: a public type gives all it has.",
            service.Finding("EAS3110").Message);
        Assert.AreEqual(service.LineOf(name), service.Finding("EAS3110").Location.Line);
    }

    [TestMethod]
    public void What_the_type_has_and_the_share_of_a_group_pass()
    {
        Assert.IsEmpty(TestService.Valid.With("Cpu", "16").With("Memory", "61440").With("Gpu", "1").Findings("EAS3110"));
        Assert.IsEmpty(TestService.Valid.Without("InstanceType").With("ResourceGroup", "production").With("Cpu", "64").Findings("EAS3110"));
    }
}
