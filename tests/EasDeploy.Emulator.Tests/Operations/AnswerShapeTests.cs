using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Operations;

[TestClass]
public sealed class AnswerShapeTests
{
    private const string Scalers = """
        , "autoscaler": { "min": 1, "max": 3, "scaleStrategies": [{ "metricName": "qps", "threshold": 10 }] },
          "cronscaler": { "ScaleJobs": [{ "Schedule": "0 0 8 * * *", "TargetSize": 2 }] }
        """;

    private const string One = "/api/v2/services/cn-hangzhou/qwen_chat";

    [TestMethod]
    [DataRow("DescribeService", One)]
    [DataRow("ListServices", "/api/v2/services")]
    [DataRow("DescribeServiceEndpoints", One + "/endpoints")]
    [DataRow("DescribeServiceEvent", One + "/events")]
    [DataRow("DescribeMachineSpec", "/api/v2/public/instance_types")]
    [DataRow("ListResources", "/api/v2/resources")]
    [DataRow("ListServiceInstances", One + "/instances")]
    [DataRow("ListServiceVersions", One + "/versions")]
    [DataRow("DescribeServiceLog", One + "/logs")]
    [DataRow("DescribeServiceDiagnosis", One + "/diagnosis")]
    [DataRow("DescribeServiceAutoScaler", One + "/autoscaler")]
    [DataRow("DescribeServiceCronScaler", One + "/cronscaler")]
    [DataRow("DescribeResource", "/api/v2/resources/cn-hangzhou/eas-r-d29k8ytqxzxmqi7l0s")]
    [DataRow("ListResourceInstances", "/api/v2/resources/cn-hangzhou/eas-r-d29k8ytqxzxmqi7l0s/instances")]
    [DataRow("ListResourceServices", "/api/v2/resources/cn-hangzhou/eas-r-d29k8ytqxzxmqi7l0s/services")]
    [DataRow("ListGateway", "/api/v2/gateways")]
    [DataRow("ListGatewayIntranetLinkedVpc", "/api/v2/gateways/cn-hangzhou/gw-48hmbdt00fi6x90gft/intranet_endpoint_linked_vpc")]
    [DataRow("ListGatewayIntranetSupportedZone", "/api/v2/gateways/cn-hangzhou/gw-48hmbdt00fi6x90gft/intranet_supported_zone")]
    [DataRow("GetWorkspace", "/api/v1/workspaces/312319?Verbose=true")]
    [DataRow("GetDefaultWorkspace", "/api/v1/defaultWorkspaces")]
    [DataRow("ListImageLabels", "/api/v1/image/labels")]
    [DataRow("ListDatasets", "/api/v1/datasets?WorkspaceId=312319")]
    [DataRow("GetDataset", "/api/v1/datasets/d-pcsah1t86bm8emu01")]
    [DataRow("ListWorkspaces", "/api/v1/workspaces")]
    [DataRow("ListImages", "/api/v1/images?Verbose=true&PageSize=100")]
    public async Task An_answer_has_only_published_fields_of_published_types(string action, string target)
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_chat", more: Scalers));
        OperationDeclaration operation = OperationTable.Create().Declarations.Single(d => d.Action == action);

        JsonObject answer = await client.GetAsync(action, target, operation.Version);

        Assert.IsGreaterThan(1, answer.Count);
        ShapeCheck.Check(answer, operation.Response!, "", strict: true);
    }

    [TestMethod]
    public void The_shape_check_itself_sees_a_foreign_field()
    {
        var shape = new TypeShape("object", Properties: new Dictionary<string, TypeShape> { ["A"] = new("int32") });

        Assert.ThrowsExactly<ApiException>(() => ShapeCheck.Check(new JsonObject { ["B"] = 1 }, shape, "", strict: true));
        Assert.ThrowsExactly<ApiException>(() => ShapeCheck.Check(new JsonObject { ["A"] = "1" }, shape, "", strict: true));
    }
}
