using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.Resources;

[TestClass]
public sealed class EAS3203InstanceTypesMixChipsTests
{
    [TestMethod]
    [DataRow("tensorflow-serving:2.14.1")]
    [DataRow("python-inference:py39-ubuntu2004")]
    public void A_list_with_two_kinds_of_chip_is_refused_where_every_entry_may_fit(string image)
    {
        TestService service = TestService.Valid
            .With("Image", image)
            .With("InstanceType", "ecs.gn7i-c16g1.4xlarge;ecs.c7.xlarge;ecs.gn7i-c8g1.2xlarge");
        Diagnostic finding = service.Finding("EAS3203");
        Assert.AreEqual(service.LineOf("InstanceType"), finding.Location.Line);
        StringAssert.EndsWith(
            finding.Message,
            "lists a GPU type 'ecs.gn7i-c16g1.4xlarge' and a CPU type 'ecs.c7.xlarge'. Keep types of one chip: InstanceType=\"ecs.gn7i-c16g1.4xlarge;ecs.gn7i-c8g1.2xlarge\".");
    }

    [TestMethod]
    public void An_entry_that_misses_the_image_is_left_to_EAS3101()
    {
        TestService service = TestService.Valid.With("InstanceType", "ecs.gn7i-c16g1.4xlarge;ecs.c7.xlarge");
        Assert.IsEmpty(service.Findings("EAS3203"));
        Assert.ContainsSingle(service.Findings("EAS3101"));
    }

    [TestMethod]
    [DataRow("ecs.gn7i-c16g1.4xlarge;ecs.gn6i-c4g1.xlarge")]
    [DataRow("ecs.gn7i-c16g1.4xlarge;ecs.unknown")]
    [DataRow("ecs.gn7i-c16g1.4xlarge")]
    public void One_kind_of_chip_passes(string types) => Assert.IsEmpty(TestService.Valid.With("InstanceType", types).Findings("EAS3203"));
}
