using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;

namespace EasDeploy.Emulator.Eas;

/// <summary>The EAS operations that are answered.</summary>
internal static class EasOperations
{
    public static IReadOnlyList<OperationBinding> All { get; } =
    [
        Bind("CreateService", CreateService.Answer,
            "Config keys of service-config.md §1-§9 are checked; the code of a duplicate name (409) is assumed. Develop is accepted and changes nothing."),
        Bind("DescribeService", DescribeService.Answer, "Endpoints point at the emulator itself. The token is left out of ServiceConfig."),
        Bind("ListServices", ListServices.Answer, "Filters without data here (Role, QuotaId, TrafficState, ...) match nothing unless empty."),
        Bind("DeleteService", DeleteService.Answer, "Takes time by the pace, then InvalidService.NotFound (status 404 inferred)."),
        Bind("DescribeServiceEvent", DescribeServiceEvent.Answer, "Reasons follow the workflow's error table; wording is ours. Oldest first (order not published)."),
        Bind("DescribeServiceEndpoints", DescribeServiceEndpoints.Answer, "DefaultGateway, PrivateGateway and Nlb entries by the config."),
        Bind("DescribeMachineSpec", DescribeMachineSpec.Answer, "ResourceType Dedicated and ChargeType PrePaid give the same rows."),
        Bind("ListResources", ListResources.Answer, "The second account has none."),
    ];

    private static OperationBinding Bind(string action, Func<ApiCall, JsonObject> answer, string remark, Fidelity fidelity = Fidelity.Faithful) =>
        new("eas", action, fidelity, remark, answer);
}
