using System.Collections.Immutable;
using EasDeploy.Execution;
using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas rollback FILE…|PROJECT</c>: brings services back to what they were before the last deployment.</summary>
internal static class RollbackCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        Confirmation yes = new();
        command.Examples = ["dotnet eas rollback eas_service.json --yes", "dotnet eas rollback App.csproj"];
        command.Add(yes);
        DeploymentVerb.Fill(command, console, "What was deployed: eas_service.json files, or one project.", null, async (run, form, parsed, ct) =>
        {
            string names = string.Join(", ", run.Services.Select(service => $"'{service.Name}'"));
            yes.EnsureAnswer(parsed, console, "rollback");
            if (!yes.IsGiven(parsed, console, $"Bring {names} in {run.Surroundings.Region} back to what was before the last deployment"))
            {
                return ExitCode.Cancelled;
            }

            ImmutableArray<DeploymentResult> results = await new ServicesRollback(run.Cloud, run.Surroundings, run.Progress).RunAsync(run.Services, ct);
            DeploymentOutput.Write(console, form, results, run.Surroundings.Region, run.IsEmulated);
            return DeploymentOutput.CodeOf(results);
        });
    }
}
