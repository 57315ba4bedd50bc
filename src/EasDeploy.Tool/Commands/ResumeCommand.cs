using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas resume FILE…|PROJECT</c>: goes on with what a killed run left; starts nothing anew.</summary>
internal static class ResumeCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        RecordedDeployment deployment = new(console) { IsResume = true };
        command.Examples = ["dotnet eas resume eas_service.json", "dotnet eas resume App.csproj"];
        command.Add(deployment.Folder);
        DeploymentVerb.Fill(command, console, "What was being deployed: eas_service.json files, or one project.", deployment.Folder, deployment.RunAsync);
    }
}
