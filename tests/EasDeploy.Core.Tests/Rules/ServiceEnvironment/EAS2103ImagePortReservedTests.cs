using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceEnvironment;

[TestClass]
public sealed class EAS2103ImagePortReservedTests
{
    [TestMethod]
    public void An_image_that_listens_on_a_reserved_port_needs_another_one()
    {
        TestService service = TestService.Valid.With("Image", "echo-web:1.0").With("InstanceType", "ecs.c7.xlarge");
        Diagnostic finding = service.Finding("EAS2103");
        Assert.AreEqual(service.LineOf("Image"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "image 'echo-web:1.0' listens on 8080 by itself");
    }

    [TestMethod]
    public void The_repair_is_one()
    {
        TestService service = TestService.Valid.With("Image", "echo-web:1.0").With("InstanceType", "ecs.c7.xlarge").With("Port", "8000");
        Assert.IsEmpty(service.Check().Diagnostics.Where(finding => finding.Severity == Severity.Error));
    }

    [TestMethod]
    public void The_same_port_written_by_the_author_is_the_other_code()
    {
        TestService service = TestService.Valid.With("Image", "echo-web:1.0").With("Port", "8080");
        Assert.IsEmpty(service.Findings("EAS2103"));
        Assert.ContainsSingle(service.Findings("EAS2003"));
    }

    [TestMethod]
    public void Other_ports_of_images_pass() => Assert.IsEmpty(TestService.Valid.With("Image", "pai-rag:0.4.3").Findings("EAS2103"));
}
