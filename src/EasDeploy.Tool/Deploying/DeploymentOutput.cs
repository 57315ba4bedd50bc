using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Deploying;

/// <summary>Prints what became of services, and says it as an exit code.</summary>
internal static class DeploymentOutput
{
    public static void Write(ToolConsole console, OutputForm form, IReadOnlyList<DeploymentResult> results, string region, bool isEmulated)
    {
        if (form == OutputForm.Json)
        {
            // Each record is the very deployment.json of a build.
            JsonOutput.Write(console.Out, json =>
            {
                json.WriteStartArray("deployments");
                foreach (DeploymentResult result in results)
                {
                    json.WriteRawValue(DeploymentRecord.Write(DeploymentRecord.Of(result, region, isEmulated)));
                }

                json.WriteEndArray();
            });
            return;
        }

        foreach (DeploymentResult result in results)
        {
            console.Out.WriteLine($"{result.ServiceName}: {result.Status ?? "not deployed"}{(isEmulated ? " (emulator)" : "")}");
            console.Out.WriteLine($"  InternetEndpoint: {EndpointText.Of(result.InternetEndpoint, result.Status)}");
            console.Out.WriteLine($"  IntranetEndpoint: {EndpointText.Of(result.IntranetEndpoint, result.Status)}");
        }
    }

    /// <summary>The worst of all: cancelled, the cloud's no, ours, not Running, not waited for.</summary>
    public static int CodeOf(ImmutableArray<DeploymentResult> results)
    {
        DeploymentResult[] untouched = [.. results.Where(result => result.Outcome == DeploymentOutcome.NotDeployed)];
        return results switch
        {
            _ when results.Any(result => result.Outcome == DeploymentOutcome.Cancelled) => ExitCode.Cancelled,
            _ when untouched.Any(result => result.Diagnostics.Any(IsFromCloud)) => ExitCode.CloudSaysNo,
            _ when untouched.Length > 0 => ExitCode.DiagnosticsSayNo,
            _ when results.Any(result => !result.IsSuccess) => ExitCode.NotRunning,
            _ when results.Any(result => result.Outcome == DeploymentOutcome.Accepted) => ExitCode.Accepted,
            _ => ExitCode.Done,
        };
    }

    /// <summary>Room 7 is cloud access.</summary>
    public static bool IsFromCloud(Diagnostic finding) => finding.Severity == Severity.Error && finding.Code.StartsWith("EAS7", StringComparison.Ordinal);
}
