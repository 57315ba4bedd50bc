using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Aliyun;
using EasDeploy.Execution;
using EasDeploy.Specs;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace EasDeploy.Build;

/// <summary>Keeps <c>deployment.json</c> of every service true while a deployment runs, and puts the diagnosis of a failure beside it.</summary>
/// <param name="outputPath">Full path; <c>&lt;name&gt;/deployment.json</c> goes below it.</param>
internal sealed class DeploymentFiles(string outputPath, string region, bool isEmulated)
{
    /// <summary>Says <c>interrupted</c> for each service before the first call: a run that is killed never leaves an older success behind.</summary>
    /// <exception cref="IOException">The disk or the rights say no: nothing has been sent yet.</exception>
    public void Begin(IEnumerable<ServiceSpec> services)
    {
        foreach (ServiceSpec service in services)
        {
            Write(DeploymentRecord.Interrupted(service.Name, region, isEmulated, TimeProvider.System.GetUtcNow()));
            if (FolderOf(service.Name) is { } folder && Directory.Exists(DiagnosisIn(folder)))
            {
                Directory.Delete(DiagnosisIn(folder), recursive: true);
            }
        }
    }

    /// <returns>Full path of the diagnosis' summary; null when there is none.</returns>
    /// <exception cref="IOException">The disk or the rights say no: the file still says <c>interrupted</c>.</exception>
    public string? End(DeploymentResult result)
    {
        Write(DeploymentRecord.Of(result, region, isEmulated));
        if (result.Diagnosis is not { } diagnosis || FolderOf(result.ServiceName) is not { } folder)
        {
            return null;
        }

        ImmutableArray<(string Name, byte[] Content)> files = DiagnosisFiles.Of(diagnosis);
        foreach ((string name, byte[] content) in files)
        {
            OutputFile.Write(Path.Combine(DiagnosisIn(folder), name), content);
        }

        return Path.Combine(DiagnosisIn(folder), files[0].Name);
    }

    /// <summary>The results as items for targets that follow: identity = name of the service.</summary>
    /// <remarks>Described in docs/how-to/use-a-deployment-in-a-target.md.</remarks>
    public ITaskItem[] Items(IEnumerable<DeploymentResult> results) =>
    [
        .. results.Select(result => new TaskItem(result.ServiceName, new Dictionary<string, string>
        {
            ["Status"] = result.Status ?? "",
            ["Outcome"] = DeploymentRecord.Word(result.Outcome),
            ["InternetEndpoint"] = result.InternetEndpoint ?? "",
            ["IntranetEndpoint"] = result.IntranetEndpoint ?? "",
            ["Region"] = region,
            ["IsEmulated"] = isEmulated ? "true" : "false",
            ["ModelName"] = result.ModelName,
            ["Reason"] = result.Reason?.ErrorType ?? "",
            ["Seconds"] = result.Seconds.ToString(CultureInfo.InvariantCulture),
            ["RecordFile"] = FolderOf(result.ServiceName) is { } folder ? RecordIn(folder) : "",
            ["DiagnosisFolder"] = result.Diagnosis is not null && FolderOf(result.ServiceName) is { } place ? DiagnosisIn(place) : "",
        })),
    ];

    private void Write(DeploymentRecord record)
    {
        if (FolderOf(record.Service) is { } folder)
        {
            OutputFile.Write(RecordIn(folder), DeploymentRecord.Write(record));
        }
    }

    private static string RecordIn(string folder) => Path.Combine(folder, "deployment.json");

    private static string DiagnosisIn(string folder) => Path.Combine(folder, DiagnosisFiles.Folder);

    // A name that would leave the folder is refused by EAS1001 before this; it gets no file whoever calls.
    private string? FolderOf(string service) =>
        service.Length > 0 && service.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? Path.Combine(outputPath, service) : null;
}
