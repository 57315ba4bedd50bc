using System.Collections.Immutable;
using EasDeploy.Aliyun;
using EasDeploy.Diagnostics;
using EasDeploy.Execution;
using EasDeploy.Items;
using EasDeploy.Items.Projects;
using EasDeploy.Rules;
using EasDeploy.Specs;
using Microsoft.Build.Framework;

namespace EasDeploy.Build;

/// <summary>What our tasks have in common: items in, findings out, no exception ever reaches the engine.</summary>
public abstract class EasTask : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    /// <summary>Full path of the project; shown when a finding has no place of its own.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    public ITaskItem[] Services { get; set; } = [];

    public ITaskItem[] Storage { get; set; } = [];

    public ITaskItem[] EnvironmentVariables { get; set; } = [];

    public ITaskItem[] NlbListeners { get; set; } = [];

    public ITaskItem[] ScaleRules { get; set; } = [];

    public ITaskItem[] ServiceFiles { get; set; } = [];

    public string Workspace { get; set; } = "";

    public string OnExisting { get; set; } = "";

    public string Wait { get; set; } = "";

    public string WaitTimeout { get; set; } = "";

    public string Verify { get; set; } = "";

    public string AutoSwitchInstance { get; set; } = "";

    public string RollbackOnFailure { get; set; } = "";

    /// <summary><c>EasSeverity</c>.</summary>
    public string SeverityOverrides { get; set; } = "";

    public string Region { get; set; } = "";

    public string Endpoint { get; set; } = "";

    public string Profile { get; set; } = "";

    public string UserAgent { get; set; } = "";

    public string Transport { get; set; } = "";

    public string Emulator { get; set; } = "";

    public string EmulatorAssembly { get; set; } = "";

    public string DotnetHost { get; set; } = "";

    public void Cancel() => _cancel.Cancel();

    public void Dispose()
    {
        _cancel.Dispose();
        GC.SuppressFinalize(this);
    }

    public sealed override bool Execute()
    {
        try
        {
            RunAsync(_cancel.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            return false;
        }
        catch (CloudException exception)
        {
            Report(exception.ToDiagnostic(SourceLocation.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(BuildDiagnostics.CannotWrite.At(SourceLocation.None, PathIn(exception), exception.Message.TrimEnd('.')));
        }
        catch (DeploymentStateException exception)
        {
            Report(BuildDiagnostics.CannotWrite.At(SourceLocation.None, "the state folder", exception.Message));
        }
#pragma warning disable CA1031 // Catch more specific: an exception that reaches the engine becomes a stack trace for the author.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Report(BuildDiagnostics.InternalError.At(SourceLocation.None, exception.GetType().Name, exception.Message));
            Log.LogMessage(MessageImportance.Low, exception.ToString());
        }

        return !Log.HasLoggedErrors;
    }

    private protected abstract Task RunAsync(CancellationToken ct);

    private protected void Report(Diagnostic finding) => Log.LogDiagnostic(finding, ProjectFile);

    private protected void Report(IEnumerable<Diagnostic> findings)
    {
        foreach (Diagnostic finding in findings)
        {
            Report(finding);
        }
    }

    private protected CloudAccess CloudAccess(PolicyProperties properties) => new(
        Region.Trim(),
        Endpoint.Trim(),
        Profile.Trim(),
        UserAgent.Trim(),
        Enum.Parse<TransportChoice>(properties.Word(
            "EasTransport", Transport, nameof(TransportChoice.Auto), nameof(TransportChoice.Https), nameof(TransportChoice.AliyunCli))),
        properties.Flag("EasEmulator", Emulator, false),
        EmulatorAssembly,
        DotnetHost);

    private protected PolicyProperties Properties() => new((name, value) => new ProjectSource(File.ReadAllBytes).OfProperty(ProjectFile, name, value));

    /// <summary>Items and policy as read; what is wrong with names and values comes along.</summary>
    private protected (ImmutableArray<ServiceSpec> Specs, ImmutableArray<Diagnostic> Findings) ReadServices(PolicyProperties properties)
    {
        ProjectSource source = new(File.ReadAllBytes);
        ProjectItems written = new(
            Services.Written(), Storage.Written(), EnvironmentVariables.Written(), NlbListeners.Written(), ScaleRules.Written(), ServiceFiles.WrittenFiles());
        (ImmutableArray<ServiceItem> items, ImmutableArray<Diagnostic> findings) =
            new ServiceItemReader(source, Path.GetDirectoryName(Path.GetFullPath(ProjectFile))!, File.ReadAllBytes).Read(written, Workspace.Trim());
        DeploymentPolicy policy = properties.Policy(property => property switch
        {
            "EasOnExisting" => OnExisting,
            "EasWait" => Wait,
            "EasWaitTimeout" => WaitTimeout,
            "EasAutoSwitchInstance" => AutoSwitchInstance,
            "EasSeverity" => SeverityOverrides,
            "EasRollbackOnFailure" => RollbackOnFailure,
            "EasVerify" => Verify,
            _ => throw new ArgumentException($"The task has no input for {property}.", nameof(property)),
        });
        return ([.. items.Select(item => ServiceSpec.From(item, policy))],
            [.. findings, .. NameCheck.Properties(WrittenProperties(source)), .. properties.Findings, .. RuleSet.CheckProject(items)]);
    }

    // Command-line names are not to be seen out of process (TaskHostFactory): there only the project file is checked.
    private IEnumerable<KeyValuePair<string, SourceLocation>> WrittenProperties(ProjectSource source)
    {
        IEnumerable<string> global = (BuildEngine as IBuildEngine6)?.GetGlobalProperties().Keys ?? [];
        return source.Properties(ProjectFile)
            .Concat(global.Select(name => KeyValuePair.Create(name, new SourceLocation(ProjectFile, 0, 0))));
    }

    private static string PathIn(Exception exception) =>
        exception is FileNotFoundException { FileName: { } name } ? name : exception.Message.Split('\'') is [_, var path, ..] ? path : "a file";
}
