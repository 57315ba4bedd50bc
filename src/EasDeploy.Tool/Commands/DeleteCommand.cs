using System.Collections.Immutable;
using System.CommandLine;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Specs;
using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas delete NAME</c>: the engine's deletion, so that nobody else's deployment is cut off.</summary>
internal static class DeleteCommand
{
    private const int WaitLimit = 1800;

    public static void Fill(EasVerb verb, ToolConsole console)
    {
        verb.Examples = ["dotnet eas delete qwen_chat --yes"];
        ServiceArgument name = new();
        Confirmation yes = new();
        Option<bool> noWait = new("--no-wait") { Description = "Return when the cloud has accepted it: exit code 5." };
        TimeoutOption timeout = new(WaitLimit);
        OutputOption output = new();
        CloudOptions options = new();
        verb.Add(name);
        verb.Add(yes);
        verb.Add(noWait);
        verb.Add(timeout);
        verb.Add(output);
        options.AddTo(verb);
        verb.Runs(console, async (parsed, ct) =>
        {
            string wanted = parsed.GetValue(name)!;
            yes.EnsureAnswer(parsed, console, $"{verb.Name} {wanted}");
            ServiceSpec spec = ServiceSpec.From(ServiceItem.Create(wanted, SourceLocation.None, []), DeploymentPolicy.Default);
            ServicesToDeploy service = new([spec], [], options.Read(parsed), MaxParallel: 1, Project: "", StatePath: "", OutputPath: "");
            string cloud = CommandText.Options(service.Access);

            // Whatever is left of a deletion, the same command goes on with it.
            string again = $"dotnet eas delete {wanted} --yes{cloud}";
            NextCommands next = new(name => $"dotnet eas status {name}{cloud}", again, again, again);
            using DeploymentRun run = await DeploymentRun.OpenAsync(service, next, console, ct);
            string region = run.Surroundings.Region;
            LiveService live = await ServiceArgument.FindAsync(run.Cloud, wanted, region, ct);
            live.EnsureUnlocked(verb.Name);
            if (!yes.IsGiven(parsed, console, $"Delete service '{wanted}' in {region} ({live.Status})"))
            {
                return ExitCode.Cancelled;
            }

            ImmutableArray<DeploymentResult> results = await new ServicesDeletion(run.Cloud, run.Surroundings, run.Progress)
            {
                Limit = timeout.Read(parsed),
                IsWaitedFor = !parsed.GetValue(noWait),
            }.RunAsync(run.Services, ct);
            ServiceOutput.Write(console, parsed.GetValue(output), await run.Cloud.DescribeServiceAsync(wanted, ct) ?? live.AsGone());
            return DeploymentOutput.CodeOf(results);
        });
    }
}
