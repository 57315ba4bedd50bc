using EasDeploy.Aliyun;

namespace EasDeploy.Tool.Doctoring;

/// <summary>A reading call that shows whether an action is allowed.</summary>
/// <param name="Action">RAM action.</param>
/// <param name="IsNeeded">Every deployment makes this call; else only some do.</param>
/// <param name="Use">What it is for.</param>
/// <remarks>Source: openapi.md sections 5 and 6; AIWorkSpace actions are not named <c>aiworkspace:*</c>. DescribeMachineSpec needs no action.</remarks>
internal sealed record PermissionProbe(string Action, bool IsNeeded, string Use, Func<AliyunCloud, CancellationToken, Task> CallAsync)
{
    /// <summary>A name nobody gives a service: the answer is that there is none, or that asking is forbidden.</summary>
    private const string Nobody = "eas_doctor_asks_whether_describing_is_allowed_and_nothing_else";

    public static IReadOnlyList<PermissionProbe> All { get; } =
    [
        new("eas:ListServices", true, "to see what exists", (cloud, ct) => cloud.ListServicesAsync(Nobody, ct)),
        new("eas:DescribeService", true, "to wait for a service", (cloud, ct) => cloud.DescribeServiceAsync(Nobody, ct)),
        new("paiimage:ListImages", true, "to choose images", (cloud, ct) => cloud.ListImagesAsync(ct)),
        new("paiworkspace:ListWorkspaces", true, "to choose a workspace", (cloud, ct) => cloud.ListWorkspacesAsync(ct)),
        new("eas:ListResources", false, "for resource groups", (cloud, ct) => cloud.ListResourcesAsync(ct)),
        new("eas:ListGateway", false, "for dedicated gateways", (cloud, ct) => cloud.ListGatewayAsync(ct)),
        new("oss:ListBuckets", false, "for the wizard's list of buckets", (cloud, ct) => cloud.Storage.ListBucketsAsync(ct)),
    ];

    /// <summary>What deployments and the verbs call besides: actions that change something, or that need a service to try them on.</summary>
    public static IReadOnlyList<string> Untried { get; } =
    [
        "eas:CreateService", "eas:UpdateService", "eas:DeleteService", "eas:StopService", "eas:StartService", "eas:UpdateServiceVersion",
        "eas:UpdateServiceLabel", "eas:DeleteServiceLabel",
        "eas:DescribeServiceEvent", "eas:DescribeServiceLog", "eas:DescribeServiceEndpoints", "eas:DescribeServiceDiagnosis",
        "eas:ListServiceInstances", "eas:ListServiceContainers", "eas:ListServiceVersions",
        "eas:DescribeServiceAutoScaler", "eas:CreateServiceAutoScaler", "eas:UpdateServiceAutoScaler", "eas:DeleteServiceAutoScaler",
        "eas:DescribeServiceCronScaler", "eas:CreateServiceCronScaler", "eas:UpdateServiceCronScaler", "eas:DeleteServiceCronScaler",
        "eas:DescribeGateway", "eas:ListGatewayIntranetLinkedVpc", "eas:DescribeResource", "paiimage:GetImage", "paidataset:ListDatasets", "paidataset:GetDataset",
    ];

    /// <summary>A statement for the RAM policy of the user or role.</summary>
    public static string Policy(IEnumerable<string> actions) =>
        $$"""{"Effect":"Allow","Action":[{{string.Join(',', actions.Select(action => $"\"{action}\""))}}],"Resource":"*"}""";
}
