using EasDeploy.Aliyun.Eas;
using EasDeploy.Aliyun.Sts;
using EasDeploy.Execution;

namespace EasDeploy.Aliyun.Tests.Faults;

/// <summary>Every operation of the client; a test compares the list with the client's public methods.</summary>
internal static class ClientOperations
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly AutoScaler Scaler = new(1, 4, [new ScaleStrategy("qps", 10)]);
    private static readonly CronScaler Cron = new([new ScaleJob("morning", "0 0 8 * * *", 3)], []);
    private static readonly RoleRequest Role = new("acs:ram::1234567890123456:role/deployer");

    public static IReadOnlyList<ClientOperation> All { get; } =
    [
        new("CreateService", OperationKind.Creation, (c, name) => c.CreateAsync(name)),
        Of("DeleteService", OperationKind.Removal, (c, name) => c.Cloud.DeleteServiceAsync(name, None)),
        Of("UpdateService", OperationKind.Write, (c, name) => c.Cloud.Eas.UpdateServiceAsync(
            name, """{"metadata":{"rpc":{"keepalive":60000} } }"""u8.ToArray(), UpdateType.Merge, None)),
        Of("UpdateServiceVersion", OperationKind.Write, (c, name) => c.Cloud.Eas.UpdateServiceVersionAsync(name, 1, None), async (c, name) =>
        {
            for (int update = 0; update < 2; update++)
            {
                await c.Cloud.Eas.UpdateServiceAsync(name, """{"metadata":{"rpc":{"keepalive":60000} } }"""u8.ToArray(), UpdateType.Merge, None);
            }
        }),
        Of("StartService", OperationKind.Write, (c, name) => c.Cloud.Eas.StartServiceAsync(name, None)),
        Of("StopService", OperationKind.Write, (c, name) => c.Cloud.Eas.StopServiceAsync(name, None)),
        Of("RestartService", OperationKind.Write, (c, name) => c.Cloud.Eas.RestartServiceAsync(name, None)),
        Of("DescribeService", OperationKind.Read, (c, name) => c.Cloud.DescribeServiceAsync(name, None)),
        new("ListServices", OperationKind.Read, (c, _) => c.Cloud.Eas.ListServicesAsync(null, None)),
        Of("DescribeServiceEndpoints", OperationKind.Read, (c, name) => c.Cloud.DescribeServiceEndpointsAsync(name, None)),
        Of("DescribeServiceEvent", OperationKind.Read, (c, name) => c.Cloud.DescribeServiceEventAsync(name, None)),
        Of("DescribeServiceLog", OperationKind.Read, (c, name) => c.Cloud.Eas.DescribeServiceLogAsync(name, new LogQuery(), None)),
        Of("DescribeServiceDiagnosis", OperationKind.Read, (c, name) => c.Cloud.Eas.DescribeServiceDiagnosisAsync(name, None)),
        Of("ListServiceInstances", OperationKind.Read, (c, name) => c.Cloud.Eas.ListServiceInstancesAsync(name, None)),
        Of("ListServiceContainers", OperationKind.Read, (c, name) => c.Cloud.Eas.ListServiceContainersAsync(name, c.Instance, None),
            async (c, name) => c.Instance = (await c.Cloud.Eas.ListServiceInstancesAsync(name, None))[0].Name),
        Of("ListServiceVersions", OperationKind.Read, (c, name) => c.Cloud.Eas.ListServiceVersionsAsync(name, None)),
        Of("UpdateServiceLabel", OperationKind.Write, (c, name) => c.Cloud.Eas.UpdateServiceLabelAsync(name, new Dictionary<string, string> { ["a"] = "b" }, None)),
        Of("DeleteServiceLabel", OperationKind.Deletion, (c, name) => c.Cloud.Eas.DeleteServiceLabelAsync(name, ["a"], None),
            (c, name) => c.Cloud.Eas.UpdateServiceLabelAsync(name, new Dictionary<string, string> { ["a"] = "b" }, None)),
        Of("CreateServiceAutoScaler", OperationKind.Write, (c, name) => c.Cloud.Eas.CreateServiceAutoScalerAsync(name, Scaler, None)),
        Of("UpdateServiceAutoScaler", OperationKind.Write, (c, name) => c.Cloud.Eas.UpdateServiceAutoScalerAsync(name, Scaler, None), WithScaler),
        Of("DescribeServiceAutoScaler", OperationKind.Read, (c, name) => c.Cloud.Eas.DescribeServiceAutoScalerAsync(name, None), WithScaler),
        Of("DeleteServiceAutoScaler", OperationKind.Deletion, (c, name) => c.Cloud.Eas.DeleteServiceAutoScalerAsync(name, None), WithScaler),
        Of("CreateServiceCronScaler", OperationKind.Write, (c, name) => c.Cloud.Eas.CreateServiceCronScalerAsync(name, Cron, None)),
        Of("UpdateServiceCronScaler", OperationKind.Write, (c, name) => c.Cloud.Eas.UpdateServiceCronScalerAsync(name, Cron, None), WithCron),
        Of("DescribeServiceCronScaler", OperationKind.Read, (c, name) => c.Cloud.Eas.DescribeServiceCronScalerAsync(name, None), WithCron),
        Of("DeleteServiceCronScaler", OperationKind.Deletion, (c, name) => c.Cloud.Eas.DeleteServiceCronScalerAsync(name, None), WithCron),
        new("DescribeMachineSpec", OperationKind.Read, (c, _) => c.Cloud.DescribeMachineSpecAsync(None)),
        new("ListResources", OperationKind.Read, (c, _) => c.Cloud.ListResourcesAsync(None)),
        new("DescribeResource", OperationKind.Read, (c, _) => c.Cloud.Eas.DescribeResourceAsync("eas-r-d29k8ytqxzxmqi7l0s", None)),
        new("ListGateway", OperationKind.Read, (c, _) => c.Cloud.Eas.ListGatewayAsync(None)),
        new("DescribeGateway", OperationKind.Read, (c, _) => c.Cloud.Eas.DescribeGatewayAsync("gw-48hmbdt00fi6x90gft", None)),
        new("ListGatewayIntranetLinkedVpc", OperationKind.Read, (c, _) => c.Cloud.Eas.ListGatewayIntranetLinkedVpcAsync("gw-48hmbdt00fi6x90gft", None)),
        new("ListWorkspaces", OperationKind.Read, (c, _) => c.Cloud.ListWorkspacesAsync(None)),
        new("ListImages", OperationKind.Read, (c, _) => c.Cloud.ListImagesAsync(None)),
        new("GetImage", OperationKind.Read, (c, _) => c.Cloud.GetImageAsync(c.Image, None),
            async (c, _) => c.Image = c.Image.Length > 0 ? c.Image : (await c.Cloud.ListImagesAsync(None))[0].ImageId),
        new("ListDatasets", OperationKind.Read, (c, _) => c.Cloud.AIWorkSpace.ListDatasetsAsync("312319", None)),
        new("GetDataset", OperationKind.Read, (c, _) => c.Cloud.AIWorkSpace.GetDatasetAsync("d-pcsah1t86bm8emu01", None)),
        new("DescribeSecurityGroups", OperationKind.Read, (c, _) => c.Cloud.Ecs.DescribeSecurityGroupsAsync(null, None)),
        new("DescribeVpcs", OperationKind.Read, (c, _) => c.Cloud.Vpc.DescribeVpcsAsync(null, None)),
        new("DescribeVSwitches", OperationKind.Read, (c, _) => c.Cloud.Vpc.DescribeVSwitchesAsync(null, null, None)),
        new("ListLoadBalancers", OperationKind.Read, (c, _) => c.Cloud.Nlb.ListLoadBalancersAsync(null, None)),
        new("GetLoadBalancerAttribute", OperationKind.Read, (c, _) => c.Cloud.Nlb.GetLoadBalancerAttributeAsync("nlb-fpj3530zrbt7x5zkhk", None)),
        new("AssumeRole", OperationKind.Read, (c, _) => c.Cloud.Sts.AssumeRoleAsync(Role, None)),
        new("AssumeRoleWithOIDC", OperationKind.Read, (c, _) => c.Cloud.Sts.AssumeRoleWithOIDCAsync(
            Role, "acs:ram::1234567890123456:oidc-provider/p", new("a.b.c"), None)),
        new("GetCallerIdentity", OperationKind.Read, (c, _) => c.Cloud.Sts.GetCallerIdentityAsync(None)),
        new("ListBuckets", OperationKind.Read, (c, _) => c.Oss.ListBucketsAsync(None)),
        new("ListObjectsV2", OperationKind.Read, (c, _) => c.Oss.ListFolderAsync("yqtest-model", null, "", 10, None)),
        new("GetObject", OperationKind.Bytes, (c, _) => c.Oss.GetObjectAsync("yqtest-model", null, "Qwen3.5-0.8B/config.json", 100_000, None)),
    ];

    private static ClientOperation Of(
        string name, OperationKind kind, Func<FaultyCloud, string, Task> call, Func<FaultyCloud, string, Task>? prepare = null) =>
        new(name, kind, call, async (cloud, service) =>
        {
            await cloud.CreateAsync(service);
            await (prepare?.Invoke(cloud, service) ?? Task.CompletedTask);
        });

    private static Task WithScaler(FaultyCloud cloud, string name) => cloud.Cloud.Eas.CreateServiceAutoScalerAsync(name, Scaler, None);

    private static Task WithCron(FaultyCloud cloud, string name) => cloud.Cloud.Eas.CreateServiceCronScalerAsync(name, Cron, None);
}
