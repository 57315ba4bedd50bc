using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Operations;

/// <summary>One successful call of every operation that is answered in JSON, against its published shape.</summary>
[TestClass]
public sealed class AnswerShapeTests
{
    private const string Scalers = """
        , "autoscaler": { "min": 1, "max": 3, "scaleStrategies": [{ "metricName": "qps", "threshold": 10 }] },
          "cronscaler": { "ScaleJobs": [{ "Schedule": "0 0 8 * * *", "TargetSize": 2 }] }
        """;

    private const string AutoScaler = """{"min":1,"max":3,"scaleStrategies":[{"metricName":"qps","threshold":10}]}""";
    private const string CronScaler = """{"ScaleJobs":[{"Schedule":"0 0 8 * * *","TargetSize":2}]}""";
    private const string One = "/api/v2/services/cn-hangzhou/qwen_chat";
    private const string Bare = "/api/v2/services/cn-hangzhou/qwen_bare";
    private const string Group = "/api/v2/resources/cn-hangzhou/eas-r-d29k8ytqxzxmqi7l0s";
    private const string Gateway = "/api/v2/gateways/cn-hangzhou/gw-48hmbdt00fi6x90gft";
    private const string Role = "RoleArn=acs%3Aram%3A%3A1234567890123456%3Arole%2Fdeployer&RoleSessionName=shape";

    /// <summary>Fields that no published model has; the reference page names them.</summary>
    private static readonly Dictionary<string, string> Extensions = new() { ["DescribeGateway"] = "LoadBalancerList", ["GetImage"] = "EasConfig" };

    private static IEnumerable<object?[]> Calls =>
    [
        ["CreateService", "POST", "/api/v2/services", Documents.Service("qwen_more")],
        ["CloneService", "POST", One + "/clone", """{"metadata":{"name":"qwen_more"}}"""],
        ["DescribeService", "GET", One, null], ["ListServices", "GET", "/api/v2/services", null],
        ["UpdateService", "PUT", One, """{"metadata":{"disk":30}}"""], ["DeleteService", "DELETE", One, null],
        ["StartService", "PUT", One + "/start", null], ["StopService", "PUT", One + "/stop", null], ["RestartService", "PUT", One + "/restart", null],
        ["ScaleService", "PUT", One + "/scale", """{"Instance":2}"""], ["ReleaseService", "PUT", One + "/release", """{"Weight":10}"""],
        ["UpdateServiceVersion", "PUT", Bare + "/version", """{"Version":1}"""], ["ListServiceVersions", "GET", One + "/versions", null],
        ["UpdateServiceSafetyLock", "PUT", One + "/lock", """{"Lock":"all"}"""],
        ["UpdateServiceLabel", "PUT", One + "/label", """{"Labels":{"a":"b"}}"""], ["DeleteServiceLabel", "DELETE", One + "/label?Keys=a", null],
        ["DescribeServiceEvent", "GET", One + "/events", null], ["DescribeServiceLog", "GET", One + "/logs", null],
        ["DescribeServiceDiagnosis", "GET", One + "/diagnosis", null], ["DescribeServiceInstanceDiagnosis", "GET", One + "/instances/{instance}/diagnosis", null],
        ["DescribeServiceEndpoints", "GET", One + "/endpoints", null],
        ["ListServiceInstances", "GET", One + "/instances", null], ["ListServiceContainers", "GET", One + "/instances/{instance}/containers", null],
        ["DeleteServiceInstances", "DELETE", One + "/instances?InstanceList={instance}", null],
        ["UpdateServiceInstance", "PUT", One + "/instances/{instance}", """{"Isolate":true}"""],
        ["CreateServiceAutoScaler", "POST", Bare + "/autoscaler", AutoScaler], ["UpdateServiceAutoScaler", "PUT", One + "/autoscaler", AutoScaler],
        ["DescribeServiceAutoScaler", "GET", One + "/autoscaler", null], ["DeleteServiceAutoScaler", "DELETE", One + "/autoscaler", null],
        ["CreateServiceCronScaler", "POST", Bare + "/cronscaler", CronScaler], ["UpdateServiceCronScaler", "PUT", One + "/cronscaler", CronScaler],
        ["DescribeServiceCronScaler", "GET", One + "/cronscaler", null], ["DeleteServiceCronScaler", "DELETE", One + "/cronscaler", null],
        ["DescribeMachineSpec", "GET", "/api/v2/public/instance_types", null], ["DescribeRegions", "GET", "/api/v2/regions", null],
        ["ListResources", "GET", "/api/v2/resources", null], ["DescribeResource", "GET", Group, null],
        ["ListResourceInstances", "GET", Group + "/instances", null], ["ListResourceServices", "GET", Group + "/services", null],
        ["ListGateway", "GET", "/api/v2/gateways", null], ["DescribeGateway", "GET", Gateway, null],
        ["ListGatewayIntranetLinkedVpc", "GET", Gateway + "/intranet_endpoint_linked_vpc", null],
        ["ListGatewayIntranetSupportedZone", "GET", Gateway + "/intranet_supported_zone", null],
        ["ListWorkspaces", "GET", "/api/v1/workspaces", null], ["GetWorkspace", "GET", "/api/v1/workspaces/312319?Verbose=true", null],
        ["GetDefaultWorkspace", "GET", "/api/v1/defaultWorkspaces", null], ["ListImages", "GET", "/api/v1/images?Verbose=true&PageSize=100", null],
        ["GetImage", "GET", "/api/v1/images/{image}?Verbose=true", null], ["ListImageLabels", "GET", "/api/v1/image/labels", null],
        ["ListDatasets", "GET", "/api/v1/datasets?WorkspaceId=312319", null], ["GetDataset", "GET", "/api/v1/datasets/d-pcsah1t86bm8emu01", null],
        ["DescribeSecurityGroups", "POST", "/?RegionId=cn-hangzhou", null], ["DescribeVpcs", "POST", "/?RegionId=cn-hangzhou", null],
        ["DescribeVSwitches", "POST", "/?RegionId=cn-hangzhou", null], ["ListLoadBalancers", "POST", "/?RegionId=cn-hangzhou", null],
        ["GetLoadBalancerAttribute", "POST", "/?LoadBalancerId=nlb-fpj3530zrbt7x5zkhk", null], ["AssumeRole", "POST", "/?" + Role, null],
        ["AssumeRoleWithOIDC", "POST", $"/?{Role}&OIDCProviderArn=acs%3Aram%3A%3A1%3Aoidc-provider%2Fci&OIDCToken=a.b.c", null],
        ["GetCallerIdentity", "POST", "/", null],
    ];

    [TestMethod]
    public void Every_operation_answered_in_json_is_called()
    {
        OperationTable table = OperationTable.Create();
        IEnumerable<string> answered = table.Declarations.Where(d => d.Style != "OSS" && table.Bound(d).Fidelity != Fidelity.Absent).Select(d => d.Action);

        CollectionAssert.AreEquivalent(answered.ToArray(), Calls.Select(c => (string)c[0]!).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Calls))]
    public async Task An_answer_has_only_published_fields_of_published_types(string action, string method, string target, string? body)
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_chat", more: Scalers));
        await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_bare"));
        await client.GetAsync("DescribeService", Bare);
        await client.SendAsync("UpdateService", "PUT", Bare, """{"metadata":{"disk":30}}""");
        OperationDeclaration operation = OperationTable.Create().Declarations.Single(d => d.Action == action);

        (int status, JsonObject answer) = await client.SendAsync(action, method, await FilledAsync(client, target), body, operation.Version);

        Assert.AreEqual(200, status, answer.ToJsonString());
        Assert.IsGreaterThan(1, answer.Count);
        if (Extensions.TryGetValue(action, out string? extension))
        {
            Assert.IsTrue(answer.Remove(extension), extension);
        }

        ShapeCheck.Check(answer, operation.Response!, "", strict: true);
    }

    [TestMethod]
    public void The_shape_check_itself_sees_a_foreign_field()
    {
        var shape = new TypeShape("object", Properties: new Dictionary<string, TypeShape> { ["A"] = new("int32") });

        Assert.ThrowsExactly<ApiException>(() => ShapeCheck.Check(new JsonObject { ["B"] = 1 }, shape, "", strict: true));
        Assert.ThrowsExactly<ApiException>(() => ShapeCheck.Check(new JsonObject { ["A"] = "1" }, shape, "", strict: true));
    }

    /// <summary>Puts the names of a real instance and of a real image into a target.</summary>
    private static async Task<string> FilledAsync(SignedClient client, string target)
    {
        if (target.Contains("{instance}", StringComparison.Ordinal))
        {
            await client.GetAsync("DescribeService", One);
            JsonObject instances = await client.GetAsync("ListServiceInstances", One + "/instances");
            return target.Replace("{instance}", instances["Instances"]![0]!["InstanceName"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        JsonObject images = await client.GetAsync("ListImages", "/api/v1/images?Name=vllm%3A0.14.0-gpu", "2021-02-04");
        return target.Replace("{image}", images["Images"]![0]!["ImageId"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
