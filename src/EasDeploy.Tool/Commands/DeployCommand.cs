using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas deploy FILE…|PLAN…|PROJECT</c>: what <c>dotnet publish -p:DeployToEas=true</c> does, by hand.</summary>
internal static class DeployCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        RecordedDeployment deployment = new(console);
        command.Examples =
        [
            "dotnet eas deploy eas_service.json --emulator",
            "dotnet eas deploy App.csproj --region cn-hangzhou --on-existing update --verify model",
            "dotnet eas deploy plans/qwen_chat.plan.json",
            "dotnet eas deploy services/*.json --out deployed --output json > deployed.json",
        ];
        command.Add(deployment.Folder);
        DeploymentVerb.Fill(command, console, "eas_service.json files and saved plans, or one project.", deployment.Folder, deployment.RunAsync);
    }
}
