namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3108StockNotRenewedTests
{
    [TestMethod]
    public void What_may_run_out_is_told() => Assert.AreEqual(
        "service 'qwen_chat': the stock of instance type 'ecs.gn7e-c16g1.16xlarge' is not renewed in cn-hangzhou (ClosedWithStock). "
        + "Add a second type to InstanceType, such as ecs.gn7i-c16g1.4xlarge, for the day it is gone.",
        TestService.Valid.With("InstanceType", "ecs.gn7e-c16g1.16xlarge").Finding("EAS3108").Message);

    [TestMethod]
    [DataRow("ecs.gn7i-c16g1.4xlarge")]
    [DataRow("ecs.gn7e-c16g1.16xlarge;ecs.gn7i-c16g1.4xlarge")]
    [DataRow("ecs.gn6i-c40g1.10xlarge")]
    public void A_restocked_type_among_them_and_one_that_is_gone_pass(string types) => Assert.IsEmpty(TestService.Valid.With("InstanceType", types).Findings("EAS3108"));
}
