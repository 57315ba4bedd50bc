using EasDeploy.Diagnostics;

namespace EasDeploy.Rules.ServiceFeatures;

[TestClass]
public sealed class EAS5207GrpcWithHttpTests
{
    [TestMethod]
    public void A_family_that_speaks_HTTP_is_reported()
    {
        TestService service = TestService.Valid.With("Grpc", "true");
        Diagnostic finding = service.Finding("EAS5207");
        Assert.AreEqual(service.LineOf("Grpc"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "the server of image family VLLM speaks HTTP. Remove Grpc.");
    }

    [TestMethod]
    public void An_HTTP_check_is_reported()
    {
        TestService service = TestService.Valid.With("Image", "pytorch-inference:2.7.1-py312-cpu-ubuntu22.04").With("InstanceType", "ecs.c7.xlarge").With("Script", "python serve.py").With("Grpc", "true").With("HealthCheck", "http");
        Diagnostic finding = service.Finding("EAS5207");
        Assert.AreEqual(service.LineOf("Grpc"), finding.Location.Line);
        StringAssert.Contains(finding.Message, "the health check speaks HTTP. Set HealthCheck=\"tcp\".");
    }

    [TestMethod]
    public void Another_server_with_a_TCP_check_passes()
    {
        Assert.IsEmpty(TestService.Valid.With("Image", "pytorch-inference:2.7.1-py312-cpu-ubuntu22.04").With("InstanceType", "ecs.c7.xlarge").With("Script", "python serve.py").With("Grpc", "true").With("HealthCheck", "tcp").Findings("EAS5207"));
        Assert.IsEmpty(TestService.Valid.With("Grpc", "false").Findings("EAS5207"));
        Assert.IsEmpty(TestService.Valid.Findings("EAS5207"));
    }
}
