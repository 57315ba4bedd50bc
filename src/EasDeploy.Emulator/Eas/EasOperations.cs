using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using static EasDeploy.Emulator.Operations.Fidelity;

namespace EasDeploy.Emulator.Eas;

/// <summary>The EAS operations that are answered.</summary>
internal static class EasOperations
{
    public static IReadOnlyList<OperationBinding> All { get; } =
    [
        Bind("CreateService", CreateService.Answer,
            "Config keys of service-config.md §1-§9 are checked; the code of a duplicate name (409) is assumed. Develop is accepted and changes nothing."),
        Bind("DescribeService", DescribeService.Answer, "Endpoints point at the emulator itself. The token is left out of ServiceConfig, aliases are moved."),
        Bind("ListServices", ListServices.Answer,
            "Sort takes CreateTime, UpdateTime, ServiceName (values not published). Filters without data here (Role, GroupName, ...) match nothing unless empty."),
        Bind("UpdateService", UpdateService.Answer, "Merge replaces arrays, null removes; refused with 409 during a transition.", Assumed),
        Bind("DeleteService", DeleteService.Answer, "Takes time by the pace, then InvalidService.NotFound (status 404 inferred)."),
        Bind("StartService", ServiceSwitches.Start, "Starting a started service succeeds.", Assumed),
        Bind("StopService", ServiceSwitches.Stop, "Stopping a stopped service succeeds.", Assumed),
        Bind("RestartService", ServiceSwitches.Restart, "Passes through Waiting.", Assumed),
        Bind("ScaleService", ServiceSwitches.Scale, "InstancesToDelete is accepted and changes nothing.", Assumed),
        Bind("UpdateServiceVersion", UpdateServiceVersion.Answer, "0 < Version < current version."),
        Bind("ReleaseService", ReleaseService.Answer, "Kept and shown; no traffic is divided.", Assumed),
        Bind("CloneService", CloneService.Answer, "The body is merged into the document of the service; the token is not cloned.", Assumed),
        Bind("ListServiceVersions", ListServiceVersions.Answer, "Newest first (order not published)."),
        Bind("UpdateServiceSafetyLock", UpdateServiceSafetyLock.Answer, "A locked write is refused with 403 Forbidden.SafetyLock (code assumed)."),
        Bind("UpdateServiceLabel", ServiceLabels.Update, "Written as a map, read as a list."),
        Bind("DeleteServiceLabel", ServiceLabels.Delete, "LabelKeys as one JSON list, Keys comma-joined."),
        Bind("DescribeServiceEvent", DescribeServiceEvent.Answer, "Reasons follow the workflow's error table; wording is ours. Oldest first (order not published)."),
        Bind("DescribeServiceLog", DescribeServiceLog.Answer, "Lines are invented. A keyword with a time range loses nothing here.", Assumed),
        Bind("DescribeServiceDiagnosis", Diagnosis.OfService, "Causes and advice of the workflow's error table.", Assumed),
        Bind("DescribeServiceInstanceDiagnosis", Diagnosis.OfInstance, "As for the service.", Assumed),
        Bind("DescribeServiceEndpoints", DescribeServiceEndpoints.Answer, "DefaultGateway, PrivateGateway and Nlb entries by the config."),
        Bind("ListServiceInstances", ServiceInstances.List, "Instances follow from status and replica count; names and addresses are invented.", Assumed),
        Bind("ListServiceContainers", ServiceInstances.Containers, "One row per container of the document.", Assumed),
        Bind("DeleteServiceInstances", ServiceInstances.Delete, "Restarts the whole service.", Assumed),
        Bind("UpdateServiceInstance", ServiceInstances.Update, "Isolate and Detach are kept and shown.", Assumed),
        Bind("CreateServiceAutoScaler", AutoScaler.Operations.Create, "Kept and shown; nothing scales by itself."),
        Bind("DescribeServiceAutoScaler", AutoScaler.Operations.Describe, "404 InvalidAutoScaler.NotFound without one (code assumed)."),
        Bind("UpdateServiceAutoScaler", AutoScaler.Operations.Update, "The body replaces the old one."),
        Bind("DeleteServiceAutoScaler", AutoScaler.Operations.Delete, "404 without one (code assumed)."),
        Bind("CreateServiceCronScaler", CronScaler.Operations.Create, "Kept and shown; no job runs."),
        Bind("DescribeServiceCronScaler", CronScaler.Operations.Describe, "404 InvalidCronScaler.NotFound without one (code assumed)."),
        Bind("UpdateServiceCronScaler", CronScaler.Operations.Update, "The body replaces the old one."),
        Bind("DeleteServiceCronScaler", CronScaler.Operations.Delete, "404 without one (code assumed)."),
        Bind("DescribeMachineSpec", DescribeMachineSpec.Answer, "ResourceType Dedicated and ChargeType PrePaid give the same rows."),
        Bind("DescribeRegions", DescribeRegions.Answer, "The public regions of the vendor's SDK map; RegionName is the id (names not published).", Assumed),
        Bind("ListResources", ListResources.Answer, "The second account has none."),
        Bind("DescribeResource", ResourceGroups.Describe, "ServiceCount and ExtraData are strings here, as in the models."),
        Bind("ListResourceInstances", ResourceGroups.Instances, "Nodes follow from the totals of the group.", Assumed),
        Bind("ListResourceServices", ResourceGroups.Services, "Services created here on that group."),
        Bind("ListGateway", Gateways.List, "The second account has none."),
        Bind("DescribeGateway", Gateways.Describe, "Carries the extension LoadBalancerList, which the workflow reads and no published model has."),
        Bind("ListGatewayIntranetLinkedVpc", Gateways.LinkedVpcs, ""),
        Bind("ListGatewayIntranetSupportedZone", Gateways.SupportedZones, "The zones of the seed vSwitches.", Assumed),
    ];

    private static OperationBinding Bind(string action, Func<ApiCall, JsonObject> answer, string remark, Fidelity fidelity = Faithful) =>
        new("eas", action, fidelity, remark, answer);
}
