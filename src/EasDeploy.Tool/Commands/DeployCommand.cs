using System.Collections.Immutable;
using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Deployments;
using EasDeploy.Aliyun.Transports;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas deploy FILE…|PROJECT</c>: what <c>dotnet publish -p:DeployToEas=true</c> does, by hand.</summary>
internal static class DeployCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        Argument<string[]> paths = new("path")
        {
            Description = "eas_service.json files, or one project.",
            Arity = ArgumentArity.OneOrMore,
        };
        PolicyOptions policy = new();
        OutputOption output = new();
        CloudOptions cloud = new();
        command.Examples =
        [
            "dotnet eas deploy eas_service.json --emulator",
            "dotnet eas deploy App.csproj --region cn-hangzhou --on-existing update",
            "dotnet eas deploy services/*.json --output json > deployed.json",
        ];
        command.Add(paths);
        policy.AddTo(command);
        command.Add(output);
        cloud.AddTo(command);
        command.Runs(console, async (parsed, ct) =>
        {
            ServicesToDeploy wanted = await DeploymentSources.ReadAsync(parsed.GetValue(paths)!, cloud, policy, parsed, ct);
            foreach (Diagnostic finding in wanted.Findings)
            {
                console.WriteFinding(finding);
            }

            if (wanted.HasErrors)
            {
                return ExitCode.DiagnosticsSayNo;
            }

            string runId = UserAgent.NewRunId();
            using AliyunCloud opened = await wanted.Access.OpenAsync(runId, ct);
            using ServiceProbe probe = new(wanted.Access.UserAgentFor(runId));
            string region = wanted.Access.FindRegion()!;
            DeploymentSurroundings surroundings = await LocalSurroundings.OfAsync(
                opened, probe, region, wanted.Access.IsEmulated, LocalSurroundings.UserStatePath(opened, region), "", runId, wanted.MaxParallel, "'dotnet eas status NAME'", ct);
            ImmutableArray<DeploymentResult> results = await new ServicesDeployment(
                opened, opened, surroundings, new ProgressLines(console, wanted.Access.IsEmulated)).RunAsync(wanted.Services, ct);
            DeploymentOutput.Write(console, parsed.GetValue(output), results, region, wanted.Access.IsEmulated);
            return DeploymentOutput.CodeOf(results);
        });
    }
}
