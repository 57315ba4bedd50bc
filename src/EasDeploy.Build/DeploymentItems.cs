using System.Globalization;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace EasDeploy.Build;

/// <summary>What became of services as items for targets that follow: identity = name of the service.</summary>
/// <remarks>Described in docs/how-to/use-a-deployment-in-a-target.md.</remarks>
internal static class DeploymentItems
{
    public static ITaskItem[] Of(IEnumerable<DeploymentResult> results, DeploymentFiles files, string region, bool isEmulated) =>
    [
        .. results.Select(result => new TaskItem(result.ServiceName, new Dictionary<string, string>
        {
            ["Status"] = result.Status ?? "",
            ["Outcome"] = DeploymentRecord.Word(result.Outcome),
            ["InternetEndpoint"] = result.InternetEndpoint ?? "",
            ["IntranetEndpoint"] = result.IntranetEndpoint ?? "",
            ["Region"] = region,
            ["IsEmulated"] = isEmulated ? "true" : "false",
            ["ModelName"] = result.ModelName,
            ["Reason"] = result.Reason?.ErrorType ?? "",
            ["Seconds"] = result.Seconds.ToString(CultureInfo.InvariantCulture),
            ["RecordFile"] = files.RecordOf(result.ServiceName) ?? "",
            ["DiagnosisFolder"] = result.Diagnosis is null ? "" : files.DiagnosisOf(result.ServiceName) ?? "",
        })),
    ];
}
