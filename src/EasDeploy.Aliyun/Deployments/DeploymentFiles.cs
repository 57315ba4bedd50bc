using System.Collections.Immutable;
using EasDeploy.Execution;
using EasDeploy.Specs;

namespace EasDeploy.Aliyun.Deployments;

/// <summary>Keeps <c>deployment.json</c> of every service true while a deployment runs, and puts the diagnosis of a failure beside it.</summary>
/// <param name="outputPath">Full path; <c>&lt;name&gt;/deployment.json</c> goes below it.</param>
public sealed class DeploymentFiles(string outputPath, string region, bool isEmulated)
{
    /// <summary>Says <c>interrupted</c> for each service before the first call: a run that is killed never leaves an older success behind.</summary>
    /// <exception cref="IOException">The disk or the rights say no: nothing has been sent yet.</exception>
    public void Begin(IEnumerable<ServiceSpec> services)
    {
        foreach (ServiceSpec service in services)
        {
            Write(DeploymentRecord.Interrupted(service.Name, region, isEmulated, TimeProvider.System.GetUtcNow()));
            if (DiagnosisOf(service.Name) is { } diagnosis && Directory.Exists(diagnosis))
            {
                Directory.Delete(diagnosis, recursive: true);
            }
        }
    }

    /// <returns>Full path of the diagnosis' summary; null when there is none.</returns>
    /// <exception cref="IOException">The disk or the rights say no: the file still says <c>interrupted</c>.</exception>
    public string? End(DeploymentResult result)
    {
        Write(DeploymentRecord.Of(result, region, isEmulated));
        if (result.Diagnosis is not { } diagnosis || DiagnosisOf(result.ServiceName) is not { } folder)
        {
            return null;
        }

        ImmutableArray<(string Name, byte[] Content)> files = DiagnosisFiles.Of(diagnosis);
        foreach ((string name, byte[] content) in files)
        {
            OutputFile.Write(Path.Combine(folder, name), content);
        }

        return Path.Combine(folder, files[0].Name);
    }

    /// <returns>Full path of the record; null for a name that has none.</returns>
    public string? RecordOf(string service) => FolderOf(service) is { } folder ? RecordIn(folder) : null;

    /// <returns>Full path of the folder of a diagnosis, which may not exist; null for a name that has none.</returns>
    public string? DiagnosisOf(string service) => FolderOf(service) is { } folder ? DiagnosisIn(folder) : null;

    private void Write(DeploymentRecord record)
    {
        if (RecordOf(record.Service) is { } file)
        {
            OutputFile.Write(file, DeploymentRecord.Write(record));
        }
    }

    private static string RecordIn(string folder) => Path.Combine(folder, "deployment.json");

    private static string DiagnosisIn(string folder) => Path.Combine(folder, DiagnosisFiles.Folder);

    // A name that would leave the folder is refused by EAS1001 before this; it gets no file whoever calls.
    private string? FolderOf(string service) =>
        service.Length > 0 && service.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? Path.Combine(outputPath, service) : null;
}
