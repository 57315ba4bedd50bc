using EasDeploy.Aliyun;
using EasDeploy.Execution;
using EasDeploy.Specs;

namespace EasDeploy.Build;

/// <summary>Keeps <c>deployment.json</c> of every service true while a deployment runs.</summary>
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
        }
    }

    /// <exception cref="IOException">The disk or the rights say no: the file still says <c>interrupted</c>.</exception>
    public void End(DeploymentResult result) => Write(DeploymentRecord.Of(result, region, isEmulated));

    // A name that would leave the folder is refused by EAS1001 before this; it gets no file whoever calls.
    private void Write(DeploymentRecord record)
    {
        if (record.Service.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
        {
            OutputFile.Write(Path.Combine(outputPath, record.Service, "deployment.json"), DeploymentRecord.Write(record));
        }
    }
}
