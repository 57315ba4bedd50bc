using System.Collections.Immutable;
using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Execution;
using EasDeploy.Plans;
using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas plan FILE…|PROJECT [--out FOLDER]</c>: what a deployment would do; reads only.</summary>
internal static class PlanCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        Option<string> folder = new("--out") { Description = "Folder that gets <name>.plan.json: 'dotnet eas deploy' applies exactly that, or nothing.", HelpName = "folder" };
        command.Examples =
        [
            "dotnet eas plan eas_service.json --on-existing update",
            "dotnet eas plan App.csproj --out plans && dotnet eas deploy plans/qwen_chat.plan.json",
        ];
        command.Add(folder);
        DeploymentVerb.Fill(command, console, "eas_service.json files, or one project.", null, async (run, form, parsed, ct) =>
        {
            ImmutableArray<PlannedService> planned = await new ServicesPlanning(run.Cloud, run.Cloud, run.Surroundings, run.Progress).RunAsync(run.Services, ct);
            PlanDocument[] plans = [.. planned.Where(service => service.Plan is not null).Select(service => PlanDocument.Of(service.Plan!, run.Surroundings.Region))];
            if (parsed.GetValue(folder) is { } target)
            {
                foreach (PlanDocument plan in plans)
                {
                    OutputFile.Write(Path.GetFullPath(Path.Combine(target, plan.Service + ".plan.json")), PlanDocument.Write(plan));
                }
            }

            if (form == OutputForm.Json)
            {
                JsonOutput.Write(console.Out, json =>
                {
                    json.WriteStartArray("plans");
                    foreach (PlanDocument plan in plans)
                    {
                        json.WriteRawValue(PlanDocument.Write(plan));
                    }

                    json.WriteEndArray();
                });
            }

            return CodeOf(planned);
        });
    }

    private static int CodeOf(ImmutableArray<PlannedService> planned)
    {
        DeploymentPlan?[] plans = [.. planned.Select(service => service.Plan)];
        return plans switch
        {
            _ when planned.Any(service => service.Plan is null && service.Diagnostics.Any(DeploymentOutput.IsFromCloud)) => ExitCode.CloudSaysNo,
            _ when plans.Any(plan => plan is null or { Refusal: not null }) => ExitCode.DiagnosticsSayNo,
            _ when plans.All(plan => plan!.IsEmpty) => ExitCode.Done,
            _ => ExitCode.HasChanges,
        };
    }
}
