using System.Collections.Immutable;
using EasDeploy.Execution;
using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas resume FILE…|PROJECT</c>: goes on with what a killed run left; starts nothing anew.</summary>
internal static class ResumeCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        command.Examples = ["dotnet eas resume eas_service.json", "dotnet eas resume App.csproj"];
        DeploymentVerb.Fill(command, console, "What was being deployed: eas_service.json files, or one project.", async (run, form, _, ct) =>
        {
            ImmutableArray<DeploymentResult> results = await new ServicesDeployment(run.Cloud, run.Cloud, run.Surroundings, run.Progress) { IsResume = true }
                .RunAsync(run.Services, ct);
            DeploymentOutput.Write(console, form, results, run.Surroundings.Region, run.IsEmulated);
            return DeploymentOutput.CodeOf(results);
        });
    }
}
