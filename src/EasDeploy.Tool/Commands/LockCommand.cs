using System.Collections.Immutable;
using System.CommandLine;
using EasDeploy.Aliyun;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Locks;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Tool.Checking;
using EasDeploy.Tool.Deploying;
using EasDeploy.Tool.Output;
using EasDeploy.Tool.Projects;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas lock PROJECT</c>: what the target EasUpdateLock does, by hand.</summary>
internal static class LockCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        Argument<string> path = new("project") { Description = "Project, or folder with one.", DefaultValueFactory = _ => "." };
        OutputOption output = new();
        CloudOptions cloud = new();
        command.Examples = ["dotnet eas lock App.csproj --region cn-hangzhou", "dotnet eas lock && git diff eas.lock.json"];
        command.Add(path);
        command.Add(output);
        cloud.AddTo(command);
        command.Runs(console, async (parsed, ct) =>
        {
            string file = ProjectCheck.FindProject(parsed.GetValue(path)!) ?? parsed.GetValue(path)!;
            EvaluatedProject project = await ProjectQuery.RunAsync(file, EmulatorProgram.DotnetHost, ct);
            ServicesToDeploy wanted = DeploymentSources.OfProject(project, cloud, new PolicyOptions(), parsed);
            (Catalog catalog, _) = await wanted.Access.QueryCatalogAsync(CatalogMode.Online, "", wanted.Services, UserAgent.NewRunId(), TimeProvider.System.GetUtcNow(), ct);
            CheckedService[] judged = [.. wanted.Services.Select(spec => RuleSet.Check(ServiceResolver.Resolve(spec, catalog, CheckPurpose.Build)))];
            Diagnostic[] errors = [.. wanted.Findings.Concat(judged.SelectMany(service => service.Diagnostics)).Where(finding => finding.Severity == Severity.Error)];
            foreach (Diagnostic error in errors)
            {
                console.WriteFinding(error);
            }

            if (errors.Length > 0)
            {
                return ExitCode.DiagnosticsSayNo;
            }

            string lockFile = Path.GetFullPath(project.Property("EasLockFile") is { Length: > 0 } named ? named : LockFile.UsualName, Path.GetDirectoryName(project.File)!);
            LockFile? before = File.Exists(lockFile) ? LockReader.Read(await File.ReadAllBytesAsync(lockFile, ct), lockFile).Lock : null;
            LockFile now = LockUpdate.Make(judged, catalog.Region!, wanted.Access.IsEmulated, before);
            ImmutableArray<string> changes = LockChanges.Between(before, now);
            if (before is null || !changes.IsEmpty)
            {
                OutputFile.Write(lockFile, LockText.Write(now));
            }

            Write(console, parsed.GetValue(output), lockFile, now, changes);
            return ExitCode.Done;
        });
    }

    private static void Write(ToolConsole console, OutputForm form, string lockFile, LockFile now, ImmutableArray<string> changes)
    {
        if (form == OutputForm.Json)
        {
            JsonOutput.Write(console.Out, json =>
            {
                json.WriteString("lockFile", lockFile);
                json.WritePropertyName("services");
                JsonOutput.WriteValue(json, now.Services.Keys.Order(StringComparer.Ordinal));
                json.WritePropertyName("changes");
                JsonOutput.WriteValue(json, changes);
            });
            return;
        }

        console.Out.WriteLine(changes.IsEmpty ? $"{lockFile}: the cloud says the same, nothing is written" : $"{lockFile}: {now.Services.Count} services");
        foreach (string change in changes)
        {
            console.Out.WriteLine("  " + change);
        }
    }
}
