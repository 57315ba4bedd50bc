using System.Collections.Immutable;
using EasDeploy.Execution;
using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas deploy FILE…|PLAN…|PROJECT</c>: what <c>dotnet publish -p:DeployToEas=true</c> does, by hand.</summary>
internal static class DeployCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        command.Examples =
        [
            "dotnet eas deploy eas_service.json --emulator",
            "dotnet eas deploy App.csproj --region cn-hangzhou --on-existing update",
            "dotnet eas deploy plans/qwen_chat.plan.json",
            "dotnet eas deploy services/*.json --output json > deployed.json",
        ];
        DeploymentVerb.Fill(command, console, "eas_service.json files and saved plans, or one project.", async (run, form, _, ct) =>
        {
            ImmutableArray<DeploymentResult> results = await new ServicesDeployment(run.Cloud, run.Cloud, run.Surroundings, run.Progress) { Plans = run.Plans }
                .RunAsync(run.Services, ct);
            DeploymentOutput.Write(console, form, results, run.Surroundings.Region, run.IsEmulated);
            return DeploymentOutput.CodeOf(results);
        });
    }
}
